import { useSignal } from "@preact/signals";
import { Button, t } from "@lianxin/web-kit";
import { Form, needed, PhoneField, phoneCheck, TextField, tidyDigits, tidyPhone, useForm } from "@lianxin/web-kit/forms";
import { enter, send } from "./send.js";

/** The six digits that went to a phone. */
function CodeForm({ phone, onOther }: { readonly phone: string; readonly onOther: () => void }) {
  const form = useForm({
    start: { code: "" },
    tidy: { code: tidyDigits },
    check: ({ code }) => ({ code: needed(code, t("shell.code")) }),
    send: ({ code }, key) => send("phone-code/check", { phone, code }, key).then(enter),
  });
  return (
    <Form form={form} submit={t("shell.signIn")} aside={<Button onClick={onOther}>{t("shell.otherPhone")}</Button>}>
      <TextField name="code" label={t("shell.code")} hint={t("shell.codeSent", { phone })} keyboard="numeric" autocomplete="one-time-code" width="short" />
    </Form>
  );
}

/** Signing in with a code sent to a phone. */
export function PhoneWay() {
  const sentTo = useSignal("");
  const form = useForm({
    start: { phone: "" },
    tidy: { phone: tidyPhone },
    check: ({ phone }) => ({ phone: needed(phone, t("shell.phone")) ?? phoneCheck(phone) }),
    send: async (body, key) => {
      await send("phone-code", body, key);
      return body.phone;
    },
    onDone: (phone) => void (sentTo.value = phone),
  });
  if (sentTo.value) return <CodeForm phone={sentTo.value} onOther={() => (sentTo.value = "")} />;
  return (
    <Form form={form} submit={t("shell.sendCode")}>
      <PhoneField name="phone" label={t("shell.phone")} />
    </Form>
  );
}
