import { browserPorts, Card, dateOf, dayText } from "@lianxin/web-kit";
import { Form, needed, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { ShownPoll } from "./read-poll.js";

interface Props {
  readonly poll: ShownPoll;
  readonly reload: () => Promise<void>;
}

/** The announced last day is past. */
export const isOver = ({ closesOn }: ShownPoll): boolean => closesOn !== null && dateOf(new Date(browserPorts.now()).toISOString()) > closesOn;

/** While ballots are taken until an announced day and not everybody has voted. */
export const endsLater = (poll: ShownPoll): boolean => poll.state === "open" && poll.closesOn !== null && !isOver(poll) && poll.votedUnits < poll.units;

function WithReason({
  name,
  send,
  reload,
}: { readonly name: "early" | "withdraw"; readonly send: (reason: string) => Promise<unknown> } & Pick<Props, "reload">) {
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({ reason: needed(reason, text(`meetings.poll.${name}Reason`)) }),
    send: ({ reason }) => send(reason),
    onDone: reload,
  });
  return (
    <details>
      <summary>{text(`meetings.poll.${name}`)}</summary>
      <Form form={form} submit={text(`meetings.poll.${name}`)}>
        <TextArea name="reason" label={text(`meetings.poll.${name}Reason`)} rows={2} maxLength={1000} />
      </Form>
    </details>
  );
}

/** What ends a vote out of its course, each with a reason: counting before the announced day, and withdrawing it. */
export function EndPoll({ poll, reload }: Props) {
  const params = { pollId: poll.id };
  return (
    <Card title={text("meetings.poll.endOtherwise")}>
      {endsLater(poll) && (
        <>
          <p class="lx-hint">{text("meetings.poll.earlyHint", { day: dayText(poll.closesOn!), left: poll.units - poll.votedUnits })}</p>
          <WithReason name="early" reload={reload} send={(reason) => api("POST /polls/:pollId/closing", { params, body: { reason } })} />
        </>
      )}
      <WithReason name="withdraw" reload={reload} send={(reason) => api("POST /polls/:pollId/withdrawal", { params, body: { reason } })} />
    </Card>
  );
}
