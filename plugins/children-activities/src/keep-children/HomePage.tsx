import { useLocation, useRoute } from "preact-iso";
import { Await, Card, dayText, mayAnywhere, Notice, PageHead, useLoaded } from "@lianxin/web-kit";
import { text } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import { ChangeHomeForm } from "../keep-homes/ChangeHomeForm.js";
import { HomeCard, readHome } from "../keep-homes/HomeCard.js";
import { AddAdult } from "../vet-adults/AddAdult.js";
import { ChildrenPart } from "./ChildrenPart.js";

/** A home: what it is and who works there; its children for its director alone. */
export default function HomePage() {
  const { homeId } = useRoute().params as { homeId: string };
  const { route } = useLocation();
  const loaded = useLoaded(() => readHome(homeId), [homeId], { keepsOld: true });
  return (
    <Await of={loaded}>
      {(home) => (
        <div class="lx-stack">
          <PageHead title={home.name} note={text("children-activities.home.note", { director: home.director })} />
          {home.closedOn !== null && (
            <Notice kind="warning">
              {text(home.isMine ? "children-activities.home.shutMine" : "children-activities.home.shut", {
                day: dayText(home.closedOn, { year: true }),
                until: home.keptUntil === null ? "" : dayText(home.keptUntil, { year: true }),
              })}
            </Notice>
          )}
          <HomeCard home={home} />
          {home.isMine && home.closedOn === null && (
            <Card title={text("children-activities.adults.add")}>
              <Fold title={text("children-activities.adults.addHere")}>
                <AddAdult homes={[home]} onDone={loaded.reload} />
              </Fold>
            </Card>
          )}
          {home.isMine ? (
            <ChildrenPart homeId={homeId} isClosed={home.closedOn !== null} />
          ) : (
            <Card title={text("children-activities.home.list")}>
              <p>{text("children-activities.home.others", { director: home.director })}</p>
            </Card>
          )}
          {mayAnywhere("children-activities.confirm") && <ChangeHomeForm home={home} onDone={loaded.reload} onClosed={() => route("/children-activities")} />}
        </div>
      )}
    </Await>
  );
}
