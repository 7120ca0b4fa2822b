import { useSignal } from "@preact/signals";
import { Button, Notice, t } from "@lianxin/web-kit";
import { Form, mailCheck, MailField, needed, tidyMail, useForm } from "@lianxin/web-kit/forms";
import { send } from "./send.js";

/** Signing in with a link sent by mail. */
export function MailWay() {
  const sentTo = useSignal("");
  const form = useForm({
    start: { mail: "" },
    tidy: { mail: tidyMail },
    check: ({ mail }) => ({ mail: needed(mail, t("shell.mail")) ?? mailCheck(mail) }),
    send: async (body, key) => {
      await send("mail-link", body, key);
      return body.mail;
    },
    onDone: (mail) => void (sentTo.value = mail),
  });
  if (sentTo.value)
    return (
      <div class="lx-form">
        <Notice kind="done">{t("shell.linkSent", { mail: sentTo.value })}</Notice>
        <div>
          <Button onClick={() => (sentTo.value = "")}>{t("shell.otherMail")}</Button>
        </div>
      </div>
    );
  return (
    <Form form={form} submit={t("shell.sendLink")}>
      <MailField name="mail" label={t("shell.mail")} />
    </Form>
  );
}
