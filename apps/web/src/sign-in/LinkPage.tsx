import { useLocation } from "preact-iso";
import { PageHead, t } from "@lianxin/web-kit";
import { Form, useForm } from "@lianxin/web-kit/forms";
import { enter, send } from "./send.js";

/** Where the link in a mail leads. It takes a press, because programs that look into mail open links too. */
export default function LinkPage() {
  const { query, route } = useLocation();
  const form = useForm({
    start: {},
    send: (_, key) => send("mail-link/open", { token: query.token ?? "" }, key).then(enter),
    onDone: () => route("/", true),
  });
  return (
    <div class="lx-reading">
      <PageHead title={t("shell.openLinkTitle")} note={t("shell.openLinkNote")} />
      <Form form={form} submit={t("shell.signIn")}>
        {null}
      </Form>
    </div>
  );
}
