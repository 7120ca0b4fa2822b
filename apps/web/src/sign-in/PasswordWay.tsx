import { t } from "@lianxin/web-kit";
import { Form, mailCheck, MailField, needed, PasswordField, tidyMail, useForm } from "@lianxin/web-kit/forms";
import { enter, send } from "./send.js";

/** Signing in with a password, for those who set one. */
export function PasswordWay() {
  const form = useForm({
    start: { mail: "", password: "" },
    tidy: { mail: tidyMail, password: (text) => text },
    check: ({ mail, password }) => ({ mail: needed(mail, t("shell.mail")) ?? mailCheck(mail), password: needed(password, t("shell.password")) }),
    send: ({ mail, password }, key) => send("password", { identifier: mail, password }, key).then(enter),
  });
  return (
    <Form form={form} submit={t("shell.signIn")}>
      <MailField name="mail" label={t("shell.mail")} autocomplete="username" />
      <PasswordField name="password" label={t("shell.password")} />
    </Form>
  );
}
