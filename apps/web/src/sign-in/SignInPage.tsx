import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { useEffect } from "preact/hooks";
import { Chips, PageHead, session, t } from "@lianxin/web-kit";
import { MailWay } from "./MailWay.js";
import { PasswordWay } from "./PasswordWay.js";
import { PhoneWay } from "./PhoneWay.js";

const ways = { phone: PhoneWay, mail: MailWay, password: PasswordWay };
type Way = keyof typeof ways;

/** Three ways in. Stands in the place of any page that needs an account, so that one is back there afterwards. */
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
      </div>
    </div>
  );
}
