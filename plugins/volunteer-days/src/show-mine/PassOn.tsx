import { useState } from "preact/hooks";
import { Notice } from "@lianxin/web-kit";
import { Form, needed, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { ActButton } from "../show-refusal/ActButton.js";

interface PassOnProps {
  readonly params: { readonly signUpId: string; readonly key: string };
}

/** Somebody else instead: the next few are asked; until one says yes the place stays theirs. */
function FindStandIn({ params }: PassOnProps) {
  const [asked, setAsked] = useState(0);
  const form = useForm({
    start: {},
    send: (_, idempotencyKey) => api("POST /public/sign-ups/:signUpId/:key/stand-ins", { params, idempotencyKey }),
    onDone: (answer) => setAsked(answer.asked),
  });
  return asked > 0 ? (
    <Notice kind="done">{text("volunteer-days.standIn.asked", { count: asked })}</Notice>
  ) : (
    <Form form={form} submit={text("volunteer-days.standIn.ask")}>
      <p class="lx-hint">{text("volunteer-days.standIn.hint")}</p>
    </Form>
  );
}

function AskSwap({ params }: PassOnProps) {
  const [isAsked, setAsked] = useState(false);
  const form = useForm({
    start: { number: "" },
    check: ({ number }) => ({ number: needed(number, text("volunteer-days.swap.number")) }),
    send: (body, idempotencyKey) => api("POST /public/sign-ups/:signUpId/:key/swaps", { params, body, idempotencyKey }),
    onDone: () => setAsked(true),
  });
  return isAsked ? (
    <Notice kind="done">{text("volunteer-days.swap.asked")}</Notice>
  ) : (
    <Form form={form} submit={text("volunteer-days.swap.ask")}>
      <TextField name="number" label={text("volunteer-days.swap.number")} hint={text("volunteer-days.swap.number.hint")} width="short" maxLength={20} />
    </Form>
  );
}

/** Who cannot come but would not leave the place empty: a stand-in, or a swap. */
export const PassOn = ({ params }: PassOnProps) => (
  <>
    <details class="mine-more">
      <summary>{text("volunteer-days.standIn.title")}</summary>
      <FindStandIn params={params} />
    </details>
    <details class="mine-more">
      <summary>{text("volunteer-days.swap.title")}</summary>
      <AskSwap params={params} />
    </details>
  </>
);

/** A place that is held for them for a while: one tap and it is theirs. */
export function AcceptOffer({ params, onDone }: PassOnProps & { readonly onDone: () => Promise<unknown> }) {
  const accept = async () => {
    await api("POST /public/sign-ups/:signUpId/:key/accept", { params });
    await onDone();
  };
  return (
    <ActButton look="filled" isWide onAct={accept}>
      {text("volunteer-days.offer.accept")}
    </ActButton>
  );
}
