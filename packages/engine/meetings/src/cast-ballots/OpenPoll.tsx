import { Card } from "@lianxin/web-kit";
import { DayField, Form, neededChoice, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { ShownPoll } from "./read-poll.js";

/** Opens a vote of which people have to be told some days before: when they were told is asked, and why later than the rules say. */
export function OpenPoll({ poll, reload }: { readonly poll: ShownPoll; readonly reload: () => Promise<void> }) {
  const form = useForm({
    start: { noticedOn: "", lateReason: "" },
    check: ({ noticedOn }) => ({ noticedOn: neededChoice(noticedOn, text("meetings.poll.noticedOn")) }),
    send: ({ noticedOn, lateReason }) =>
      api("POST /polls/:pollId/opening", { params: { pollId: poll.id }, body: { noticedOn, ...(lateReason.trim() && { lateReason }) } }),
    onDone: reload,
  });
  return (
    <Card title={text("meetings.poll.opening")}>
      <Form form={form} submit={text("meetings.poll.opening")}>
        <p class="lx-hint">{text("meetings.poll.noticeHint", { days: poll.rules.noticeDays, units: poll.units })}</p>
        <DayField name="noticedOn" label={text("meetings.poll.noticedOn")} />
        <TextArea name="lateReason" label={text("meetings.poll.lateReason")} rows={2} maxLength={1000} isOptional />
      </Form>
    </Card>
  );
}
