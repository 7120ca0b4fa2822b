import { Form, TextField, tidyDigits, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { ShownPoll } from "./read-poll.js";

const number = (value: string, name: string): string | undefined => (/^\d{1,5}$/.test(value) ? undefined : text("meetings.vote.number", { name }));

/** What the tellers counted out of the box of a secret vote; counting again takes its place. */
export function PaperBox({ poll, reload }: { readonly poll: ShownPoll; readonly reload: () => Promise<void> }) {
  const names = {
    yes: text("meetings.poll.choice.yes"),
    no: text("meetings.poll.choice.no"),
    abstain: text("meetings.poll.choice.abstain"),
    invalid: text("meetings.poll.invalid"),
  };
  const form = useForm({
    start: { yes: "", no: "", abstain: "0", invalid: "0", reason: "" },
    tidy: { yes: tidyDigits, no: tidyDigits, abstain: tidyDigits, invalid: tidyDigits },
    check: ({ yes, no, abstain, invalid, reason }) => ({
      ...{ yes: number(yes, names.yes), no: number(no, names.no), abstain: number(abstain, names.abstain), invalid: number(invalid, names.invalid) },
      reason: Number(invalid) > 0 && reason.trim() === "" ? text("meetings.poll.invalidWhy") : undefined,
    }),
    send({ yes, no, abstain, invalid, reason }) {
      const spoilt = Number(invalid) > 0 ? [{ reason, papers: Number(invalid) }] : [];
      const body = { yes: Number(yes), no: Number(no), abstain: Number(abstain), invalid: spoilt };
      return api("PUT /polls/:pollId/paper-box", { params: { pollId: poll.id }, body });
    },
    onDone: () => reload(),
  });
  return (
    <details>
      <summary>{text("meetings.poll.box")}</summary>
      <Form form={form} submit={text("meetings.poll.keepBox")}>
        <TextField name="yes" label={names.yes} keyboard="numeric" width="short" />
        <TextField name="no" label={names.no} keyboard="numeric" width="short" />
        <TextField name="abstain" label={names.abstain} keyboard="numeric" width="short" />
        <TextField name="invalid" label={names.invalid} keyboard="numeric" width="short" />
        <TextField name="reason" label={text("meetings.poll.invalidWhy")} isOptional maxLength={100} />
      </Form>
    </details>
  );
}
