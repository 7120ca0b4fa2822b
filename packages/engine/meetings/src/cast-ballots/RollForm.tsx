import { useSignal } from "@preact/signals";
import { Button, Card, Notice } from "@lianxin/web-kit";
import { Form, needed, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { ShownPoll } from "./read-poll.js";
import { joinOwners, readRollText } from "./read-roll.js";

const keepRoll = (poll: ShownPoll, units: string) =>
  api("PUT /polls/:pollId/roll", { params: { pollId: poll.id }, body: { units: readRollText(units, poll.rules.needsArea) } });
type Kept = Awaited<ReturnType<typeof keepRoll>>;

/** Whose owner the directory does not know by that name alone: they have a vote all the same, on paper. */
const UnlinkedNotice = ({ units }: { readonly units: Kept["unlinked"] }) => (
  <Notice kind="warning">
    <p>{text("meetings.poll.unlinked", { count: units.length })}</p>
    <ul>
      {units.map(({ label, owner, isSeveral }) => (
        <li key={label}>{text(isSeveral ? "meetings.poll.unlinked.several" : "meetings.poll.unlinked.unknown", { unit: label, owner })}</li>
      ))}
    </ul>
  </Notice>
);

const RepeatedNotice = ({ owners, onJoin }: { readonly owners: Kept["repeated"]; readonly onJoin: () => void }) => (
  <Notice kind="warning">
    <p>{text("meetings.poll.repeated")}</p>
    <ul>
      {owners.map((one) => (
        <li key={one.owner}>{text("meetings.poll.repeated.one", one)}</li>
      ))}
    </ul>
    <Button onClick={onJoin}>{text("meetings.poll.join")}</Button>
  </Notice>
);

/** Who has a vote, pasted from a table: a unit a line, with its floor area where the rules weigh it, and whose it is. */
export function RollForm({ poll, reload }: { readonly poll: ShownPoll; readonly reload: () => Promise<void> }) {
  const kept = useSignal<Kept | undefined>(undefined);
  const sent = useSignal("");
  const form = useForm({
    start: { units: "" },
    check: ({ units }) => ({ units: needed(units, text("meetings.poll.roll")) }),
    send: ({ units }) => {
      sent.value = units;
      return keepRoll(poll, units);
    },
    onDone: (answer) => {
      kept.value = answer;
      return reload();
    },
    draft: { key: `meetings.roll.${poll.id}`, fields: ["units"] },
  });
  return (
    <Card title={text("meetings.poll.roll")}>
      {poll.units > 0 && <p>{text("meetings.poll.rollNow", { units: poll.units })}</p>}
      {kept.value && (
        <div class="lx-stack">
          {kept.value.unlinked.length > 0 && <UnlinkedNotice units={kept.value.unlinked} />}
          {kept.value.repeated.length > 0 && <RepeatedNotice owners={kept.value.repeated} onJoin={() => form.set("units", joinOwners(sent.value))} />}
        </div>
      )}
      <Form form={form} submit={text("meetings.poll.keepRoll")}>
        <TextArea
          name="units"
          label={text("meetings.poll.roll")}
          hint={text(poll.rules.needsArea ? "meetings.poll.rollHintArea" : "meetings.poll.rollHint")}
          rows={10}
        />
      </Form>
    </Card>
  );
}
