import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { VoteProps } from "./VoteCard.js";

/** Names another of the roll, by how they stand on it, to vote in one's stead. */
export function DelegateForm({ vote: { pollId, unitId }, reload }: VoteProps) {
  const takeBack = () => api("DELETE /polls/:pollId/own-delegations/:unitId", { params: { pollId, unitId } }).then(reload);
  const form = useForm({
    start: { label: "" },
    check: ({ label }) => ({ label: needed(label, text("meetings.ownVotes.whom")) }),
    send: ({ label }) => api("POST /polls/:pollId/own-delegations", { params: { pollId }, body: { unitId, label } }),
    async onDone() {
      await reload();
      toast(text("meetings.ownVotes.named"), { undo: takeBack });
    },
  });
  return (
    <Form form={form} submit={text("meetings.ownVotes.name")} look="soft">
      <TextField name="label" label={text("meetings.ownVotes.whom")} hint={text("meetings.ownVotes.whomHint")} maxLength={100} />
    </Form>
  );
}
