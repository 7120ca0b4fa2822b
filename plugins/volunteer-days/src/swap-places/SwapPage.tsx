import { useRoute } from "preact-iso";
import { Await, dayText, Notice, PageHead, SummaryList, timeText, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { AnswerVerbs } from "./AnswerVerbs.js";

const read = (swapId: string, key: string) => api("GET /public/swaps/:swapId/:key", { params: { swapId, key } });
type Place = Awaited<ReturnType<typeof read>>["mine"];

const tell = ({ heldOn, startsAt, endsAt, siteName, meetingPoint }: Place): string =>
  `${dayText(heldOn)} ${timeText(startsAt)}–${timeText(endsAt)} ${siteName}，${text("volunteer-days.thursday.meet", { place: meetingPoint })}`;

/** Would you swap? Where the message leads. */
export default function SwapPage() {
  const params = useRoute().params as { swapId: string; key: string };
  const loaded = useLoaded(() => read(params.swapId, params.key), [params.swapId]);
  return (
    <div class="lx-stack lx-reading">
      <Await of={loaded}>
        {({ state, mine, theirs }) => (
          <>
            <PageHead title={text("volunteer-days.page.swap")} note={mine.title} />
            <SummaryList
              rows={[
                { label: text("volunteer-days.swap.mine"), value: tell(mine) },
                { label: text("volunteer-days.swap.theirs"), value: tell(theirs) },
              ]}
            />
            {state === "asked" ? (
              <AnswerVerbs
                yes={text("volunteer-days.swap.yes")}
                no={text("volunteer-days.swap.no")}
                accept={() => api("POST /public/swaps/:swapId/:key/accept", { params })}
                decline={() => api("POST /public/swaps/:swapId/:key/decline", { params })}
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
