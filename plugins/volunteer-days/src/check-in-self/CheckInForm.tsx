import { useState } from "preact/hooks";
import { Button, ErrorNotice, Notice, timeText } from "@lianxin/web-kit";
import { needed, Form, TextField, useForm } from "@lianxin/web-kit/forms";
import { text } from "../api.js";
import { useQueue } from "./use-queue.js";

interface CheckInProps {
  readonly params: { readonly signUpId: string; readonly key: string };
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
  readonly onDone: () => Promise<unknown>;
}
type Act = "arrive" | "leave";

function useCheckIn({ params, onDone }: Pick<CheckInProps, "params" | "onDone">) {
  const [isKept, setKept] = useState(false);
  const { count, sendOrKeep } = useQueue(onDone);
  const send = async (code: string, act: Act) => {
    setKept(!(await sendOrKeep({ route: "self", params, body: { code, act } })));
    await onDone().catch(() => undefined);
  };
  return { send, isKept: isKept && count > 0 };
}

/** One's own sign-in by the six digits shown where the team meets; kept on the phone while there is no network. */
export function CheckInForm({ params, arrivedAt, leftAt, onDone }: CheckInProps) {
  const { send, isKept } = useCheckIn({ params, onDone });
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
      {isKept && <Notice>{text("volunteer-days.code.kept")}</Notice>}
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
export function CheckInTap({ params, code, onDone }: Pick<CheckInProps, "params" | "onDone"> & { readonly code: string }) {
  const { send, isKept } = useCheckIn({ params, onDone });
  const [error, setError] = useState<unknown>(undefined);
  const tap = (act: Act) => void send(code, act).catch(setError);
  return (
    <div class="lx-stack">
      {error !== undefined && <ErrorNotice error={error} />}
      {isKept && <Notice>{text("volunteer-days.code.kept")}</Notice>}
      <Button look="filled" isWide onClick={() => tap("arrive")}>
        {text("volunteer-days.code.arrive")}
      </Button>
      <Button isWide onClick={() => tap("leave")}>
        {text("volunteer-days.code.leave")}
      </Button>
    </div>
  );
}
