import { useSignal } from "@preact/signals";
import { Await, Button, Card, ErrorNotice, Notice, t, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { RecordDelegation } from "../vote-own/RecordDelegation.js";
import { pollText } from "./poll-text.js";
import { PaperBox } from "./PaperBox.js";
import type { ShownPoll } from "./read-poll.js";

const readRoll = async (pollId: string) => (await api("GET /polls/:pollId/roll", { params: { pollId } })).units;
type Unit = Awaited<ReturnType<typeof readRoll>>[number];
interface BoardProps {
  readonly poll: ShownPoll;
  readonly reload: () => Promise<void>;
}
const choices = ["yes", "no", "abstain"] as const;

function Invalid({ onSend }: { readonly onSend: (reason: string) => Promise<void> }) {
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({ reason: needed(reason, text("meetings.poll.invalidWhy")) }),
    send: ({ reason }) => onSend(reason),
  });
  return (
    <details>
      <summary>{text("meetings.poll.invalid")}</summary>
      <Form form={form} submit={text("meetings.poll.keepInvalid")}>
        <TextArea name="reason" label={text("meetings.poll.invalidWhy")} rows={2} maxLength={100} />
      </Form>
    </details>
  );
}

/** Enter the ballot of one unit, found by a part of its name; one that voted already may hand in another, which waits. */
function UnitRow({ unit, poll, reload }: BoardProps & { readonly unit: Unit }) {
  const failed = useSignal<unknown>(undefined);
  const cast = (choice: string, invalidReason?: string) =>
    api("POST /polls/:pollId/ballots", {
      params: { pollId: poll.id },
      body: { unitId: unit.id, choice: choice as "yes", way: "paper", ...(invalidReason && { invalidReason }) },
    }).then(
      () => {
        failed.value = undefined;
        toast(
          text("meetings.poll.recorded", {
            unit: unit.label,
            choice: text(choice === "invalid" ? "meetings.poll.invalid" : `meetings.poll.choice.${choice as "yes"}`),
          }),
        );
        return reload();
      },
      (error: unknown) => void (failed.value = error),
    );
  const handed = () =>
    api("POST /polls/:pollId/papers", { params: { pollId: poll.id }, body: { unitIds: [unit.id] } }).then(
      () => reload(),
      (error: unknown) => void (failed.value = error),
    );
  const takeBack = () =>
    api("DELETE /polls/:pollId/papers/:unitId", { params: { pollId: poll.id, unitId: unit.id } }).then(
      () => reload(),
      (error: unknown) => void (failed.value = error),
    );
  const delegated = unit.proof ? text("meetings.poll.delegatedFor", { name: unit.delegate ?? "", proof: unit.proof }) : null;
  return (
    <li class="poll-unit">
      <span>
        {unit.label}
        {unit.area && <small class="lx-hint">{text("meetings.poll.metres", { area: unit.area })}</small>}
        {unit.person && unit.person !== unit.label && <small class="lx-hint"> {unit.person}</small>}
        {unit.delegate && <small class="lx-hint"> {delegated ?? text("meetings.ownVotes.delegated", { name: unit.delegate })}</small>}
        {unit.votedBy && (
          <small class="lx-hint"> {poll.isSecret && unit.votedBy === "paper" ? text("meetings.poll.hasPaper") : t(`meetings.poll.by.${unit.votedBy}`)}</small>
        )}
      </span>
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      {poll.isSecret ? (
        <>
          {!unit.votedBy && (
            <Button onClick={() => void handed()}>
              {text("meetings.poll.handed")}
              <span class="lx-sr">{unit.label}</span>
            </Button>
          )}
          {unit.votedBy === "paper" && !poll.isBoxCounted && (
            <Button look="plain" onClick={() => void takeBack()}>
              {text("meetings.poll.takeBack")}
              <span class="lx-sr">{unit.label}</span>
            </Button>
          )}
        </>
      ) : (
        <span class="poll-votes">
          {choices.map((choice) => (
            <Button key={choice} look={unit.votedBy ? "plain" : "soft"} onClick={() => void cast(choice)}>
              {text(`meetings.poll.choice.${choice}`)}
              <span class="lx-sr">{unit.label}</span>
            </Button>
          ))}
          <Invalid onSend={(reason) => cast("invalid", reason)} />
        </span>
      )}
      {poll.rules.mayDelegate && poll.motionId === null && !unit.votedBy && <RecordDelegation pollId={poll.id} unitId={unit.id} reload={reload} />}
    </li>
  );
}

function Settle({ ballot, poll, reload }: BoardProps & { readonly ballot: ShownPoll["waiting"][number] }) {
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({ reason: needed(reason, text("meetings.item.reason")) }),
    send: ({ reason }) => settle("earlier", reason),
  });
  const settle = (keeps: "earlier" | "later", reason: string) =>
    api("POST /polls/:pollId/settlements", { params: { pollId: poll.id }, body: { ballotId: ballot.id, keeps, reason } }).then(() => reload());
  const later = () => form.values.value.reason.trim() !== "" && void settle("later", form.values.value.reason);
  return (
    <Notice kind="warning">
      <p>{text("meetings.poll.twice", { unit: ballot.unit })}</p>
      <Form form={form} submit={text("meetings.poll.keepEarlier")} aside={<Button onClick={later}>{text("meetings.poll.keepLater")}</Button>}>
        <TextArea name="reason" label={text("meetings.item.reason")} rows={2} maxLength={500} />
      </Form>
    </Notice>
  );
}

const shown = 30;

/** Ballots as they come in: find the unit, say what its paper says; two of one unit are settled by somebody. */
export function TallyBoard({ poll, reload }: BoardProps) {
  const search = useSignal("");
  const roll = useLoaded(() => readRoll(poll.id), [poll.id], { keepsOld: true });
  const both = async () => {
    await roll.reload();
    await reload();
  };
  return (
    <Card title={text("meetings.poll.enter")} aside={<span class="lx-num">{`${poll.votedUnits}/${poll.units}`}</span>}>
      {poll.waiting.map((ballot) => (
        <Settle key={ballot.id} ballot={ballot} poll={poll} reload={both} />
      ))}
      {poll.isSecret && <PaperBox poll={poll} reload={both} />}
      <div class="lx-field">
        <label for="find-unit">{pollText(poll, "find")}</label>
        <input id="find-unit" class="lx-input" value={search.value} onInput={(event) => (search.value = event.currentTarget.value)} />
      </div>
      <Await of={roll}>
        {(units) => {
          const found = units.filter(({ label, person }) => `${label} ${person ?? ""}`.includes(search.value.trim()));
          return (
            <>
              <ul class="poll-units">
                {found.slice(0, shown).map((unit) => (
                  <UnitRow key={unit.id} unit={unit} poll={poll} reload={both} />
                ))}
              </ul>
              {found.length > shown && <p class="lx-hint">{pollText(poll, "more", { count: found.length - shown })}</p>}
              {found.length === 0 && <p class="lx-hint">{text("meetings.people.nobody", { name: search.value })}</p>}
            </>
          );
        }}
      </Await>
    </Card>
  );
}
