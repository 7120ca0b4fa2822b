import { useLocation } from "preact-iso";
import { callServer, loadSession, Notice, PageHead, t } from "@lianxin/web-kit";
import {
  asTyped,
  Form,
  mailCheck,
  MailField,
  needed,
  PasswordField,
  PhoneField,
  phoneCheck,
  TextField,
  tidyMail,
  tidyPhone,
  useForm,
} from "@lianxin/web-kit/forms";
import { planAccount } from "./plan-account.js";

/** The first account, from the one-use link that the first start printed. */
export default function SetUpPage() {
  const { query, route } = useLocation();
  const token = query.token ?? "";
  const form = useForm({
    start: { community: "", name: "", phone: "", mail: "", password: "" },
    tidy: { phone: tidyPhone, mail: tidyMail, password: asTyped },
    check: ({ community, name, phone, mail }) => ({
      community: needed(community, t("shell.community")),
      name: needed(name, t("shell.name")),
      phone: phoneCheck(phone) ?? (phone || mail ? undefined : t("shell.oneWayIn")),
      mail: mailCheck(mail),
    }),
    send: (values, idempotencyKey) => callServer("POST", "/api/set-up", { body: planAccount(token, values), idempotencyKey }),
    onDone: async () => route((await loadSession()) ? "/first-run" : "/sign-in"),
    draft: { key: "shell.set-up", fields: ["community", "name"] },
  });
  return (
    <div class="lx-reading">
      <PageHead title={t("shell.setUpTitle")} note={t("shell.setUpNote")} />
      <div class="lx-stack">
        {!token && <Notice kind="warning">{t("shell.noToken")}</Notice>}
        <Form form={form} submit={t("shell.setUp")}>
          <TextField name="community" label={t("shell.community")} hint={t("shell.communityHint")} autocomplete="organization" />
          <TextField name="name" label={t("shell.name")} hint={t("shell.nameHint")} autocomplete="name" width="medium" />
          <PhoneField name="phone" label={t("shell.phone")} hint={t("shell.phoneHint")} isOptional />
          <MailField name="mail" label={t("shell.mail")} hint={t("shell.mailHint")} autocomplete="username" isOptional />
          <PasswordField name="password" label={t("shell.password")} hint={t("shell.passwordHint")} isNew isOptional />
        </Form>
      </div>
    </div>
  );
}
