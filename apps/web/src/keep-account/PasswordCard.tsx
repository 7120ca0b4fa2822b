import { Card, Notice, t } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { asTyped, Form, needed, PasswordField, useForm } from "@lianxin/web-kit/forms";
import { callServer } from "@lianxin/web-kit";
import type { Account } from "./SecurityPage.js";

interface CardProps {
  readonly account: Account;
  readonly onDone: () => Promise<void>;
}

function PasswordForm({ account: { hasPassword, isFresh }, onDone }: CardProps) {
  const asksBefore = hasPassword && !isFresh;
  const form = useForm({
    start: { before: "", password: "" },
    tidy: { before: asTyped, password: asTyped },
    check: ({ before, password }) => ({
      ...(asksBefore ? { before: needed(before, t("shell.passwordBefore")) } : {}),
      password: needed(password, t("shell.passwordNew")),
    }),
    send: ({ before, password }, idempotencyKey) =>
      callServer("POST", "/api/account/password", { body: { password, ...(asksBefore ? { before } : {}) }, idempotencyKey }),
    onDone: async () => {
      await onDone();
      toast(t("shell.passwordDone"));
    },
  });
  return (
    <Form form={form} submit={t(hasPassword ? "shell.passwordChange" : "shell.passwordSet")}>
      {asksBefore && <PasswordField name="before" label={t("shell.passwordBefore")} />}
      <PasswordField name="password" isNew label={t("shell.passwordNew")} hint={t("shell.passwordNewHint")} />
      <p>{t("shell.passwordEnds")}</p>
    </Form>
  );
}

/** Setting a password, for who has just signed in or knows the old one. */
export const PasswordCard = ({ account, onDone }: CardProps) => (
  <Card title={t(account.hasPassword ? "shell.passwordChange" : "shell.passwordSet")}>
    {account.hasPassword || account.isFresh ? <PasswordForm account={account} onDone={onDone} /> : <Notice>{t("shell.passwordProof")}</Notice>}
  </Card>
);
