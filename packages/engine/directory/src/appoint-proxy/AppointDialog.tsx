import { browserPorts, dateOf } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { ChoiceField, DayField, Form, needed, neededChoice, useForm } from "@lianxin/web-kit/forms";
import { api, t } from "../browser.js";
import type { PersonDialogProps } from "../edit-person/EditPersonDialog.js";
import { ChoosePerson } from "../find-person/ChoosePerson.js";
import { proxyReasons, type ProxyReason } from "../words.js";

function AppointForm({ person, onClose, onDone }: PersonDialogProps) {
  const form = useForm({
    start: { deputyId: "", reason: "helper" as ProxyReason, fromOn: dateOf(new Date(browserPorts.now()).toISOString()), toOn: "" },
    check: ({ deputyId, fromOn }) => ({
      deputyId: neededChoice(deputyId, t("directory.standing.deputy")),
      fromOn: needed(fromOn, t("directory.page.fromOn")),
    }),
    send: ({ toOn, ...proxy }, idempotencyKey) =>
      api("POST /people/:personId/proxies", { params: { personId: person.id }, body: { ...proxy, toOn: toOn || null }, idempotencyKey }),
    onDone: async () => {
      onClose();
      await onDone();
      toast(t("directory.standing.appointed"));
    },
  });
  return (
    <Form form={form} submit={t("directory.standing.appoint")}>
      <ChoosePerson name="deputyId" label={t("directory.standing.deputy")} hint={t("directory.standing.deputyHint")} without={person.id} />
      <ChoiceField
        name="reason"
        label={t("directory.standing.reason")}
        choices={proxyReasons.map((value) => ({ value, label: t(`directory.proxy.${value}`) }))}
      />
      <DayField name="fromOn" label={t("directory.page.fromOn")} />
      <DayField name="toOn" label={t("directory.page.toOn")} isOptional />
    </Form>
  );
}

/** Lets somebody act for this person for a time. */
export const AppointDialog = (props: PersonDialogProps) => (
  <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t("directory.standing.appointFor", { name: props.person.fullName })}>
    <AppointForm {...props} />
  </Dialog>
);
