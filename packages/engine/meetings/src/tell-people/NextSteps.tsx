import { addressOf, Await, browserPorts, ButtonLink, Card, dateOf, dayText, Notice, useLoaded } from "@lianxin/web-kit";
import { DayField, Form, needed, neededChoice, TextField, useForm } from "@lianxin/web-kit/forms";
import { Printer } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";
import { tellPoster } from "./poster-words.js";
import { Trouble } from "./Trouble.js";
import "./Tell.css";

const load = (meetingId: string) => api("GET /meetings/:meetingId/next-steps", { params: { meetingId } });
type Steps = Awaited<ReturnType<typeof load>>;
interface StepsProps {
  readonly steps: Steps;
  readonly meetingId: string;
  readonly reload: () => Promise<void>;
}

function PostingForm({ meetingId, reload }: Omit<StepsProps, "steps">) {
  const form = useForm({
    start: { postedOn: dateOf(new Date(browserPorts.now()).toISOString()), postedWhere: "" },
    check: ({ postedOn, postedWhere }) => ({
      postedOn: neededChoice(postedOn, text("meetings.next.postedOn")),
      postedWhere: needed(postedWhere, text("meetings.next.postedWhere")),
    }),
    send: (body) => api("POST /meetings/:meetingId/posting", { params: { meetingId }, body }),
    onDone: reload,
  });
  return (
    <details>
      <summary>{text("meetings.next.havePosted")}</summary>
      <Form form={form} submit={text("meetings.next.record")}>
        <DayField name="postedOn" label={text("meetings.next.postedOn")} />
        <TextField name="postedWhere" label={text("meetings.next.postedWhere")} hint={text("meetings.next.postedWhere.hint")} maxLength={100} />
      </Form>
    </details>
  );
}

/** ① The poster: printed, put up by its day, and written down where it hangs. */
function PosterStep({ steps: { postBy, postedOn, postedWhere, isPostedLate }, meetingId, reload }: StepsProps) {
  return (
    <li>
      {postedOn === null && <p>{tellPoster("next", postBy)}</p>}
      {postedOn ? (
        <p class="lx-hint">{text(isPostedLate ? "meetings.next.postedLate" : "meetings.next.posted", { day: dayText(postedOn), where: postedWhere ?? "" })}</p>
      ) : (
        <>
          <ButtonLink href={addressOf("meetings", "/meetings/:meetingId/poster", { meetingId })} icon={Printer} download>
            {text("meetings.notice.print")}
          </ButtonLink>
          <PostingForm meetingId={meetingId} reload={reload} />
        </>
      )}
    </li>
  );
}

/** After a meeting is announced: the poster, the telling, and who cannot come. */
export function NextSteps({ meetingId }: { readonly meetingId: string }) {
  const steps = useLoaded(() => load(meetingId), [meetingId]);
  return (
    <Card title={text("meetings.done.next")}>
      <Await of={steps}>
        {(found) => (
          <ol class="tell-steps">
            <PosterStep steps={found} meetingId={meetingId} reload={steps.reload} />
            <li>
              <p>{text("meetings.next.tell", { expected: found.expected, told: found.told, mailed: found.mailed })}</p>
              {!found.canMail && <p class="lx-hint">{text("meetings.next.noMail")}</p>}
              <ButtonLink href={`/meetings/${meetingId}/tell`}>{text("meetings.next.toTell")}</ButtonLink>
            </li>
            <li>
              <p>{text("meetings.next.answers", { coming: found.coming, away: found.away, open: found.expected - found.coming - found.away })}</p>
              {found.expectedVotes < found.need && (
                <Notice kind="warning">{text("meetings.next.short", { votes: found.expectedVotes, need: found.need })}</Notice>
              )}
              <Trouble trouble={found.trouble} placeId={found.placeId} />
              <ButtonLink href={`/meetings/${meetingId}/change`}>{text("meetings.next.change")}</ButtonLink>
            </li>
          </ol>
        )}
      </Await>
    </Card>
  );
}
