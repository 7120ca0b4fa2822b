import { t } from "@lianxin/web-kit";
import { asTyped, Form, needed, PasswordField, TextField, toHalfWidth, useForm } from "@lianxin/web-kit/forms";
import { enter, send } from "./send.js";

/** Signing in with a password, for those who set one; the name is their phone number or their mail address. */
export function PasswordWay() {
  const form = useForm({
    start: { identifier: "", password: "" },
    tidy: { identifier: (text) => toHalfWidth(text).trim(), password: asTyped },
    check: ({ identifier, password }) => ({ identifier: needed(identifier, t("shell.phoneOrMail")), password: needed(password, t("shell.password")) }),
    send: (body, key) => send("password", body, key).then(enter),
  });
  return (
    <Form form={form} submit={t("shell.signIn")}>
      <TextField name="identifier" label={t("shell.phoneOrMail")} autocomplete="username" />
      <PasswordField name="password" label={t("shell.password")} />
    </Form>
  );
}
