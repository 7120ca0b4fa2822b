import { Notice, timeText } from "@lianxin/web-kit";
import { needed, Form, TextField, useForm } from "@lianxin/web-kit/forms";
import { text } from "../api.js";
import { ActButton } from "../show-refusal/ActButton.js";
import type { Queue } from "./use-queue.js";

interface CheckInProps {
  readonly params: { readonly signUpId: string; readonly key: string };
  readonly queue: Queue;
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
}
type Act = "arrive" | "leave";

/** Whether something of this sign-up still waits on the phone, and the way to say more. */
export const ownOf = ({ params, queue }: Pick<CheckInProps, "params" | "queue">) => ({
  isKept: queue.waiting.some((one) => one.route === "self" && one.params.signUpId === params.signUpId),
  send: (code: string, act: Act): Promise<boolean> => queue.sendOrKeep({ route: "self", params, body: { code, act }, who: "" }),
});

/** One's own sign-in by the six digits shown where the team meets; kept on the phone while there is no network. */
export function CheckInForm({ params, queue, arrivedAt, leftAt }: CheckInProps) {
  const { send } = ownOf({ params, queue });
  const form = useForm({
    start: { code: "" },
    check: ({ code }) => ({ code: needed(code, text("volunteer-days.code.field")) }),
    send: ({ code }) => send(code, arrivedAt ? "leave" : "arrive"),
    onDone: () => {
      form.startOver();
    },
  });
  if (leftAt) return <Notice kind="done">{text("volunteer-days.code.left", { from: timeText(arrivedAt ?? leftAt), to: timeText(leftAt) })}</Notice>;
  return (
    <>
      {arrivedAt && <Notice kind="done">{text("volunteer-days.code.arrived", { time: timeText(arrivedAt) })}</Notice>}
      <Form form={form} submit={text(arrivedAt ? "volunteer-days.code.leave" : "volunteer-days.code.arrive")}>
        <TextField
          name="code"
          label={text("volunteer-days.code.field")}
          hint={text("volunteer-days.code.field.hint")}
          keyboard="numeric"
          width="short"
          maxLength={10}
        />
      </Form>
    </>
  );
}

/** Whoever scanned the code: one tap, as this phone knows their sign-up. */
export function CheckInTap({ params, code, queue, onSaid }: Pick<CheckInProps, "params" | "queue"> & { readonly code: string; readonly onSaid: () => void }) {
  const { send } = ownOf({ params, queue });
  const tap = async (act: Act) => {
    await send(code, act);
    onSaid();
  };
  return (
    <div class="lx-stack">
      <ActButton look="filled" isWide onAct={() => tap("arrive")}>
        {text("volunteer-days.code.arrive")}
      </ActButton>
      <ActButton isWide onAct={() => tap("leave")}>
        {text("volunteer-days.code.leave")}
      </ActButton>
    </div>
  );
}
