import { useSignal } from "@preact/signals";
import { useRoute } from "preact-iso";
import {
  addressOf,
  Await,
  Button,
  ButtonLink,
  Card,
  dateOf,
  dayText,
  ErrorNotice,
  language,
  mayAnywhere,
  Meta,
  Notice,
  PageHead,
  SummaryList,
  useLoaded,
  type Loaded,
} from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { Printer } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";
import { EndPoll, endsLater } from "./EndPoll.js";
import { LastDay } from "./LastDay.js";
import { OpenPoll } from "./OpenPoll.js";
import { pollText } from "./poll-text.js";
import { ResultCard } from "./PollResult.js";
import { PollState } from "./PollsPage.js";
import { readPoll, type ShownPoll } from "./read-poll.js";
import { RollForm } from "./RollForm.js";
import { TallyBoard } from "./TallyBoard.js";
import "./Poll.css";

function rulesText({ nameZh, nameEn, citation, isVerified, isLocal }: ShownPoll["rules"]): string {
  const name = language.value === "en" ? nameEn : nameZh;
  const remark = isVerified ? "" : ` ${text(isLocal ? "meetings.room.local" : "meetings.room.unverified")}`;
  return `${name}（${citation}）${remark}`;
}

/** Its opening is a form of its own: people have to be told before. */
const asksNotice = ({ state, rules }: ShownPoll): boolean => state === "preparing" && rules.noticeDays > 0;

function Steps({ poll, reload }: { readonly poll: ShownPoll; readonly reload: () => Promise<void> }) {
  const [failed, asking] = [useSignal<unknown>(undefined), useSignal<"opening" | "closing" | undefined>(undefined)];
  if (!mayAnywhere("meetings.convene") || !["preparing", "open"].includes(poll.state) || endsLater(poll) || asksNotice(poll)) return null;
  const step = poll.state === "preparing" ? "opening" : "closing";
  const go = () =>
    (step === "opening"
      ? api("POST /polls/:pollId/opening", { params: { pollId: poll.id }, body: {} })
      : api("POST /polls/:pollId/closing", { params: { pollId: poll.id }, body: {} })
    ).then(
      () => reload(),
      (error: unknown) => void (failed.value = error),
    );
  return (
    <>
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      <Button look="filled" aria-disabled={poll.units === 0} onClick={() => poll.units > 0 && (asking.value = step)}>
        {text(`meetings.poll.${step}`)}
      </Button>
      <ConfirmDialog
        isOpen={asking.value !== undefined}
        onClose={() => (asking.value = undefined)}
        title={text(`meetings.poll.ask.${step}`)}
        verb={text(`meetings.poll.${step}`)}
        onConfirm={go}
      >
        {step === "opening" ? pollText(poll, "opening", { units: poll.units }) : text("meetings.poll.hint.closing")}
      </ConfirmDialog>
    </>
  );
}

function Poll({ poll, loaded }: { readonly poll: ShownPoll; readonly loaded: Loaded<ShownPoll> }) {
  const mayRecord = mayAnywhere("meetings.record");
  const took =
    pollText(poll, "took", { voted: poll.votedUnits, units: poll.units }) + (poll.isSecret && poll.state !== "closed" ? text("meetings.poll.tookPapers") : "");
  const area = poll.rules.needsArea ? text("meetings.poll.tookArea", { voted: poll.votedArea, area: poll.area }) : "";
  const rows = [
    { label: text("meetings.poll.rules"), value: rulesText(poll.rules) },
    poll.state === "closed" && poll.closedAt
      ? { label: text("meetings.poll.countedOn"), value: dayText(dateOf(poll.closedAt), { year: true }) }
      : { label: text("meetings.poll.closesOn"), value: poll.closesOn ? dayText(poll.closesOn, { year: true }) : text("meetings.packs.open") },
    { label: text("meetings.poll.kind"), value: text(poll.isSecret ? "meetings.poll.secret" : "meetings.poll.named") },
    { label: text("meetings.poll.part"), value: took + area },
    ...(poll.noticedOn
      ? [{ label: text("meetings.poll.noticed"), value: dayText(poll.noticedOn, { year: true }) + (poll.lateNotice ? `（${poll.lateNotice}）` : "") }]
      : []),
  ];
  return (
    <div class="lx-stack">
      <PageHead
        title={poll.text}
        note={
          <Meta>
            <PollState state={poll.state} isAdopted={poll.result?.isAdopted ?? null} />
          </Meta>
        }
      >
        {poll.meetingId && <ButtonLink href={`/meetings/${poll.meetingId}`}>{text("meetings.done.open")}</ButtonLink>}
        <Steps poll={poll} reload={loaded.reload} />
      </PageHead>
      {poll.withdrawReason && <Notice>{text("meetings.poll.withdrawn", { reason: poll.withdrawReason })}</Notice>}
      {poll.state === "closed" && poll.motionId !== null && <Notice>{text("meetings.poll.tellMeeting")}</Notice>}
      {poll.result && <ResultCard result={poll.result} poll={poll} />}
      <Card title={text("meetings.poll.facts")}>
        <SummaryList rows={rows} />
        {mayRecord && poll.units > 0 && (
          <p class="lx-actions">
            <ButtonLink href={addressOf("meetings", "/polls/:pollId/ballot-papers", { pollId: poll.id })} icon={Printer} download>
              {text("meetings.poll.print")}
            </ButtonLink>
            <ButtonLink href={addressOf("meetings", "/polls/:pollId/tally-sheet", { pollId: poll.id })} icon={Printer} download>
              {text("meetings.poll.printTally")}
            </ButtonLink>
          </p>
        )}
      </Card>
      {poll.laterReason && <Notice>{text("meetings.poll.putLater", { day: dayText(poll.firstClosesOn!), reason: poll.laterReason })}</Notice>}
      {poll.earlyReason && <Notice>{text("meetings.poll.endedEarly", { reason: poll.earlyReason })}</Notice>}
      {poll.state === "preparing" && mayAnywhere("meetings.convene") && <RollForm poll={poll} reload={loaded.reload} />}
      {asksNotice(poll) && poll.units > 0 && mayAnywhere("meetings.convene") && <OpenPoll poll={poll} reload={loaded.reload} />}
      {poll.state === "open" && mayRecord && <TallyBoard poll={poll} reload={loaded.reload} />}
      {mayAnywhere("meetings.convene") && poll.motionId === null && <LastDay key={`${poll.state}${poll.closesOn}`} poll={poll} reload={loaded.reload} />}
      {["preparing", "open"].includes(poll.state) && mayAnywhere("meetings.convene") && <EndPoll poll={poll} reload={loaded.reload} />}
    </div>
  );
}

/** One vote by paper: its roll, the ballots that come in, the result. */
export default function PollPage() {
  const { id = "" } = useRoute().params;
  const loaded = useLoaded(() => readPoll(id), [id], { keepsOld: true });
  return <Await of={loaded}>{(poll) => <Poll poll={poll} loaded={loaded} />}</Await>;
}
