import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { useEffect } from "preact/hooks";
import { ButtonLink, Card, Chips, PageHead, session, t } from "@lianxin/web-kit";
import { planFront } from "../frame-pages/plan-menu.js";
import { useDoors } from "../load-doors/doors-context.js";
import { MailWay } from "./MailWay.js";
import { PasswordWay } from "./PasswordWay.js";
import { PhoneWay } from "./PhoneWay.js";

const ways = { phone: PhoneWay, mail: MailWay, password: PasswordWay };
type Way = keyof typeof ways;

/** What needs no account. */
function WithoutAccount() {
  const entries = planFront(useDoors());
  if (entries.length === 0) return null;
  return (
    <Card title={t("shell.withoutAccount")}>
      <div class="lx-actions">
        {entries.map(({ href, title }) => (
          <ButtonLink key={href} href={href}>
            {t(title)}
          </ButtonLink>
        ))}
      </div>
    </Card>
  );
}

/** Three ways in, and what can be done without any. Stands in the place of any page that needs an account, so that one is back there afterwards. */
export default function SignInPage() {
  const { path, route } = useLocation();
  const way = useSignal<Way>("phone");
  const Form = ways[way.value];
  useEffect(() => {
    if (session.value && path === "/sign-in") route("/", true);
  }, [session.value, path]);
  return (
    <div class="lx-reading">
      <PageHead title={t("shell.signInTitle")} note={t("shell.signInNote")} />
      <div class="lx-stack">
        <Chips
          label={t("shell.signInWay")}
          options={[
            { value: "phone", label: t("shell.byPhone") },
            { value: "mail", label: t("shell.byMail") },
            { value: "password", label: t("shell.byPassword") },
          ]}
          chosen={way.value}
          onChoose={(chosen) => (way.value = chosen)}
        />
        <Form />
        <WithoutAccount />
      </div>
    </div>
  );
}
