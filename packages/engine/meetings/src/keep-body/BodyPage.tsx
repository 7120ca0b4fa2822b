import { useRoute } from "preact-iso";
import { Await, ButtonLink, mayAnywhere, Meta, PageHead, t, useLoaded } from "@lianxin/web-kit";
import { text } from "../api.js";
import { readBody } from "./body-words.js";
import { Composition } from "./Composition.js";
import { EndBody, EndedNotice } from "./EndBody.js";
import { PartyCard } from "./PartyCard.js";
import { MoreParties } from "./PartyVerbs.js";
import "./Body.css";

/** Who sits in this body, by which rules, and what is short? */
export default function BodyPage() {
  const { id = "" } = useRoute().params;
  const loaded = useLoaded(() => readBody(id), [id], { keepsOld: true });
  return (
    <Await of={loaded} lines={8}>
      {(body) => {
        const mayArrange = mayAnywhere("meetings.arrange");
        const mayChange = mayArrange && body.endedOn === null;
        return (
          <div class="lx-stack lx-reading">
            <PageHead
              title={body.name}
              note={
                <Meta>
                  {[t(`meetings.template.${body.kind}`), text(body.isStanding ? "meetings.body.standing" : "meetings.body.adHoc")].filter(
                    (word) => word !== body.name,
                  )}
                </Meta>
              }
            >
              <ButtonLink href="/meetings/bodies">{text("meetings.page.bodies")}</ButtonLink>
              {mayChange && <EndBody body={body} reload={loaded.reload} />}
            </PageHead>
            <EndedNotice body={body} reload={loaded.reload} mayChange={mayArrange} />
            <Composition body={body} />
            {body.parties.map((party) => (
              <PartyCard key={party.id} bodyId={body.id} party={party} mayChange={mayChange} reload={loaded.reload} />
            ))}
            <MoreParties body={body} mayChange={mayChange} reload={loaded.reload} />
          </div>
        );
      }}
    </Await>
  );
}
