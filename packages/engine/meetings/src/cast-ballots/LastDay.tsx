import { Card, dayText } from "@lianxin/web-kit";
import { DayField, Form, needed, neededChoice, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { isOver } from "./EndPoll.js";
import type { ShownPoll } from "./read-poll.js";

/** Until when ballots are taken: set while the vote is prepared, put later while it is open. */
export function LastDay({ poll, reload }: { readonly poll: ShownPoll; readonly reload: () => Promise<void> }) {
  const isLater = poll.state === "open" && poll.closesOn !== null;
  const form = useForm({
    start: { closesOn: "", reason: "" },
    check: ({ closesOn, reason }) => ({
      closesOn:
        neededChoice(closesOn, text("meetings.poll.closesOn")) ??
        (isLater && closesOn <= poll.closesOn! ? text("meetings.poll.onlyLater", { day: dayText(poll.closesOn!) }) : undefined),
      reason: isLater ? needed(reason, text("meetings.poll.laterReason")) : undefined,
    }),
    send: ({ closesOn, reason }) =>
      api("PUT /polls/:pollId/last-day", { params: { pollId: poll.id }, body: { closesOn, ...(reason.trim() && { reason: reason.trim() }) } }),
    onDone: reload,
  });
  if (!["preparing", "open"].includes(poll.state) || (poll.state === "open" && isOver(poll))) return null;
  const name = text(isLater ? "meetings.poll.later" : "meetings.poll.setLastDay");
  return (
    <Card title={text("meetings.poll.closesOn")}>
      <p>{poll.closesOn === null ? text("meetings.poll.noLastDay") : dayText(poll.closesOn, { year: true })}</p>
      <details open={poll.state === "preparing" && poll.closesOn === null}>
        <summary>{name}</summary>
        <Form form={form} submit={name}>
          <DayField name="closesOn" label={text("meetings.poll.closesOn")} />
          {isLater && <TextArea name="reason" label={text("meetings.poll.laterReason")} hint={text("meetings.poll.laterHint")} rows={2} maxLength={1000} />}
        </Form>
      </details>
    </Card>
  );
}
