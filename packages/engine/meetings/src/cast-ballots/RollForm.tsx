import { Card } from "@lianxin/web-kit";
import { Form, needed, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { ShownPoll } from "./read-poll.js";
import { readRollText } from "./read-roll.js";

/** Who has a vote, pasted from a table: a unit a line, with its floor area where the rules weigh it. */
export function RollForm({ poll, reload }: { readonly poll: ShownPoll; readonly reload: () => Promise<void> }) {
  const form = useForm({
    start: { units: "" },
    check: ({ units }) => ({ units: needed(units, text("meetings.poll.roll")) }),
    send: ({ units }) => api("PUT /polls/:pollId/roll", { params: { pollId: poll.id }, body: { units: readRollText(units) } }),
    onDone: () => reload(),
    draft: { key: `meetings.roll.${poll.id}`, fields: ["units"] },
  });
  return (
    <Card title={text("meetings.poll.roll")}>
      {poll.units > 0 && <p>{text("meetings.poll.rollNow", { units: poll.units })}</p>}
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
