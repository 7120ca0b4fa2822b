import { useSignal } from "@preact/signals";
import { Button, Notice, t } from "@lianxin/web-kit";
import { Form, mailCheck, MailField, needed, tidyMail, useForm } from "@lianxin/web-kit/forms";
import { isShown, send } from "./send.js";

/** Signing in with a link sent by mail. */
export function MailWay() {
  const sent = useSignal<{ readonly mail: string; readonly isShown: boolean } | undefined>(undefined);
  const form = useForm({
    start: { mail: "" },
    tidy: { mail: tidyMail },
    check: ({ mail }) => ({ mail: needed(mail, t("shell.mail")) ?? mailCheck(mail) }),
    send: async (body, key) => ({ mail: body.mail, isShown: isShown(await send("mail-link", body, key)) }),
    onDone: (done) => void (sent.value = done),
  });
  if (sent.value)
    return (
      <div class="lx-form">
        <Notice kind={sent.value.isShown ? "warning" : "done"}>
          {t(sent.value.isShown ? "shell.linkShown" : "shell.linkSent", { mail: sent.value.mail })}
        </Notice>
        <div>
          <Button onClick={() => (sent.value = undefined)}>{t("shell.otherMail")}</Button>
        </div>
      </div>
    );
  return (
    <Form form={form} submit={t("shell.sendLink")}>
      <MailField name="mail" label={t("shell.mail")} />
    </Form>
  );
}
