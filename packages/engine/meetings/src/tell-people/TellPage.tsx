import { useSignal } from "@preact/signals";
import { useRoute } from "preact-iso";
import { Await, Button, ButtonLink, Card, EmptyState, ErrorNotice, PageHead, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { tellWays } from "../words.js";
import { ShowPhones, useShownPhones } from "./CallPhones.js";
import { RemindButton } from "./RemindButton.js";
import { PersonLine } from "./PersonLine.js";
import "./Tell.css";

const load = (meetingId: string) => api("GET /meetings/:meetingId/call-list", { params: { meetingId } });
type CallList = Awaited<ReturnType<typeof load>>;
export type Called = CallList["people"][number];

function List({ list, meetingId, reload }: { readonly list: CallList; readonly meetingId: string; readonly reload: () => Promise<void> }) {
  const [ticked, by, failed] = [useSignal<readonly string[]>([]), useSignal<(typeof tellWays)[number]>("phone"), useSignal<unknown>(undefined)];
  const phones = useShownPhones(meetingId);
  const act = (work: Promise<unknown>) =>
    work.then(
      async () => {
        failed.value = undefined;
        ticked.value = [];
        await reload();
      },
      (error: unknown) => void (failed.value = error),
    );
  const tell = () => act(api("POST /meetings/:meetingId/told", { params: { meetingId }, body: { inviteeIds: [...ticked.value], by: by.value } }));
  const answer = (inviteeId: string, given: "coming" | "not_coming") =>
    act(api("POST /meetings/:meetingId/invitees/:inviteeId/answer", { params: { meetingId, inviteeId }, body: { answer: given } }));
  const flip = (id: string) => (ticked.value = ticked.value.includes(id) ? ticked.value.filter((one) => one !== id) : [...ticked.value, id]);
  const waiting = list.people.filter(({ toldBy }) => toldBy === null);
  const told = list.people.filter(({ toldBy }) => toldBy !== null);
  const lines = (people: readonly Called[]) => (
    <ul class="tell-people">
      {people.map((person) => (
        <PersonLine key={person.inviteeId} person={person} phones={phones} isTicked={ticked.value.includes(person.inviteeId)} onTick={flip} onAnswer={answer} />
      ))}
    </ul>
  );
  return (
    <div class="lx-stack">
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      <ShowPhones phones={phones} hasAny={list.people.some(({ phone }) => phone !== null)} />
      <Card title={text("meetings.tell.waiting", { count: waiting.length })}>
        {waiting.length === 0 ? <EmptyState why={text("meetings.tell.allTold")} /> : lines(waiting)}
      </Card>
      {waiting.length > 0 && (
        <div class="tell-bar">
          <label>
            {text("meetings.tell.how")}
            <select class="lx-input" value={by.value} onChange={(event) => (by.value = event.currentTarget.value as (typeof tellWays)[number])}>
              {tellWays.map((way) => (
                <option key={way} value={way}>
                  {text(`meetings.told.${way}`)}
                </option>
              ))}
            </select>
          </label>
          <Button look="filled" aria-disabled={ticked.value.length === 0} onClick={() => ticked.value.length > 0 && void tell()}>
            {text("meetings.tell.record", { count: ticked.value.length })}
          </Button>
          <Button onClick={() => (ticked.value = waiting.map(({ inviteeId }) => inviteeId))}>{text("meetings.tell.tickAll")}</Button>
        </div>
      )}
      {told.length > 0 && <Card title={text("meetings.tell.told", { count: told.length })}>{lines(told)}</Card>}
    </div>
  );
}

/** Who was told and how, and what they answered; entered for those who say it on the telephone. */
export default function TellPage() {
  const { id } = useRoute().params as { id: string };
  const list = useLoaded(() => load(id), [id], { keepsOld: true });
  return (
    <Await of={list} lines={8}>
      {(found) => (
        <>
          <PageHead
            title={
              found.told === found.expected
                ? text("meetings.tell.done", { count: found.expected })
                : text("meetings.tell.heading", { left: found.expected - found.told })
            }
            note={text("meetings.tell.note", {
              told: found.told,
              expected: found.expected,
              mailed: found.people.filter(({ isMailed }) => isMailed).length,
            })}
          >
            <ButtonLink href={`/meetings/${id}`}>{text("meetings.done.open")}</ButtonLink>
            <RemindButton meetingId={id} unanswered={found.people.filter(({ rsvp, isMailed }) => rsvp === "unanswered" && isMailed).length} />
          </PageHead>
          <List list={found} meetingId={id} reload={list.reload} />
        </>
      )}
    </Await>
  );
}
