import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, useForm } from "@lianxin/web-kit/forms";
import { api, t } from "../browser.js";
import type { PersonDialogProps } from "../edit-person/EditPersonDialog.js";
import { rowsOf, spansOf } from "./hour-rows.js";
import { checkRows, HoursField } from "./HoursField.js";

function HoursForm({ person, onClose, onDone }: PersonDialogProps) {
  const form = useForm({
    start: { weekly: rowsOf(person.weekly) },
    check: ({ weekly }) => ({ weekly: checkRows(weekly) }),
    send: ({ weekly }) => api("PUT /people/:personId/weekly-hours", { params: { personId: person.id }, body: { weekly: spansOf(weekly) } }),
    onDone: async () => {
      onClose();
      await onDone();
      toast(t("directory.page.edited"));
    },
  });
  return (
    <Form form={form} submit={t("directory.page.save")}>
      <HoursField name="weekly" label={t("directory.hours.weekly")} hint={t("directory.hours.weeklyHint")} />
    </Form>
  );
}

/** When a person can usually come. */
export const EditHoursDialog = (props: PersonDialogProps) => (
  <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t("directory.hours.editOf", { name: props.person.fullName })}>
    <HoursForm {...props} />
  </Dialog>
);
