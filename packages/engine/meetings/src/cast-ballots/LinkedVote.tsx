import { useLocation } from "preact-iso";
import { browserPorts, dateOf, mayAnywhere } from "@lianxin/web-kit";
import { DayField, Form, neededChoice, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

function BeginVote({ decisionId }: { readonly decisionId: string }) {
  const { route } = useLocation();
  const form = useForm({
    start: { closesOn: "" },
    check: ({ closesOn }) => ({
      closesOn:
        neededChoice(closesOn, text("meetings.poll.closesOn")) ??
        (closesOn < dateOf(new Date(browserPorts.now()).toISOString()) ? text("meetings.poll.dayOver") : undefined),
    }),
    send: ({ closesOn }, idempotencyKey) => api("POST /decisions/:decisionId/polls", { params: { decisionId }, body: { closesOn }, idempotencyKey }),
    onDone: ({ id }) => route(`/meetings/polls/${id}`),
  });
  return (
    <details>
      <summary>{text("meetings.poll.linked")}</summary>
      <Form form={form} submit={text("meetings.poll.linked")}>
        <DayField name="closesOn" label={text("meetings.poll.closesOn")} hint={text("meetings.poll.lastDayHint")} />
      </Form>
    </details>
  );
}

/** A decision this body cannot make alone asks for the vote of the one that can: the way to the one there is, or the form that begins one. */
export function LinkedVote({ decisionId, pollId, isAwaited }: { readonly decisionId: string; readonly pollId: string | null; readonly isAwaited: boolean }) {
  if (pollId !== null)
    return mayAnywhere("meetings.see") ? (
      <p>
        <a href={`/meetings/polls/${pollId}`}>{text("meetings.poll.goToLinked")}</a>
      </p>
    ) : null;
  return isAwaited && mayAnywhere("meetings.convene") ? <BeginVote decisionId={decisionId} /> : null;
}
