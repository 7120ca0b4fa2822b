import { useRoute } from "preact-iso";
import { Await, dayText, Notice, PageHead, SummaryList, timeText, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { AnswerVerbs } from "../swap-places/AnswerVerbs.js";

const read = (standInId: string, key: string) => api("GET /public/stand-ins/:standInId/:key", { params: { standInId, key } });
type StandIn = Awaited<ReturnType<typeof read>>;

const Place = ({ standIn: { heldOn, startsAt, endsAt, meetingPoint, siteName, postTitle, work } }: { readonly standIn: StandIn }) => (
  <SummaryList
    rows={[
      { label: text("volunteer-days.done.when"), value: `${dayText(heldOn)} ${timeText(startsAt)}–${timeText(endsAt)}` },
      { label: text("volunteer-days.done.meet"), value: meetingPoint },
      { label: text("volunteer-days.done.site"), value: `${siteName} ${postTitle}` },
      { label: text("volunteer-days.mine.work"), value: work },
    ]}
  />
);

/** Could you stand in? Where the message leads. */
export default function StandInPage() {
  const params = useRoute().params as { standInId: string; key: string };
  const loaded = useLoaded(() => read(params.standInId, params.key), [params.standInId]);
  return (
    <div class="lx-stack lx-reading">
      <Await of={loaded}>
        {(standIn) => (
          <>
            <PageHead title={text("volunteer-days.page.standIn")} note={`${standIn.name} · ${standIn.title}`} />
            <Place standIn={standIn} />
            {standIn.state === "asked" ? (
              <AnswerVerbs
                yes={text("volunteer-days.standIn.yes")}
                no={text("volunteer-days.standIn.no")}
                accept={() => api("POST /public/stand-ins/:standInId/:key/accept", { params })}
                decline={() => api("POST /public/stand-ins/:standInId/:key/decline", { params })}
              />
            ) : (
              <Notice>{text("volunteer-days.answer.over")}</Notice>
            )}
          </>
        )}
      </Await>
    </div>
  );
}
