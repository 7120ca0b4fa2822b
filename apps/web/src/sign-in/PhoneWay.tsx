import { useSignal } from "@preact/signals";
import { Button, t } from "@lianxin/web-kit";
import { Form, needed, PhoneField, phoneCheck, TextField, tidyDigits, tidyPhone, useForm } from "@lianxin/web-kit/forms";
import { enter, isShown, send } from "./send.js";

interface Sent {
  readonly phone: string;
  /** No text message went out: the digits stand where the server runs. */
  readonly isShown: boolean;
}

/** The six digits that went to a phone. */
function CodeForm({ sent: { phone, isShown: isHere }, onOther }: { readonly sent: Sent; readonly onOther: () => void }) {
  const form = useForm({
    start: { code: "" },
    tidy: { code: tidyDigits },
    check: ({ code }) => ({ code: needed(code, t("shell.code")) }),
    send: ({ code }, key) => send("phone-code/check", { phone, code }, key).then(enter),
  });
  return (
    <Form form={form} submit={t("shell.signIn")} aside={<Button onClick={onOther}>{t("shell.otherPhone")}</Button>}>
      <TextField
        name="code"
        label={t("shell.code")}
        hint={t(isHere ? "shell.codeShown" : "shell.codeSent", { phone })}
        keyboard="numeric"
        autocomplete="one-time-code"
        width="short"
      />
    </Form>
  );
}

/** Signing in with a code sent to a phone. */
export function PhoneWay() {
  const sent = useSignal<Sent | undefined>(undefined);
  const form = useForm({
    start: { phone: "" },
    tidy: { phone: tidyPhone },
    check: ({ phone }) => ({ phone: needed(phone, t("shell.phone")) ?? phoneCheck(phone) }),
    send: async (body, key) => ({ phone: body.phone, isShown: isShown(await send("phone-code", body, key)) }),
    onDone: (done) => void (sent.value = done),
  });
  if (sent.value) return <CodeForm sent={sent.value} onOther={() => (sent.value = undefined)} />;
  return (
    <Form form={form} submit={t("shell.sendCode")}>
      <PhoneField name="phone" label={t("shell.phone")} />
    </Form>
  );
}
