import { browserPorts, dateOf } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { ChoiceField, DayField, Form, needed, TimeField, useForm } from "@lianxin/web-kit/forms";
import { api, t } from "../browser.js";
import type { PersonDialogProps } from "../edit-person/EditPersonDialog.js";
import { busyKinds, type BusyKind } from "../words.js";

/** An instant of a day and a time in the community's zone. */
const instantOf = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

function BusyForm({ person, onClose, onDone }: PersonDialogProps) {
  const today = dateOf(new Date(browserPorts.now()).toISOString());
  const form = useForm({
    start: { kind: "work" as BusyKind, fromDay: today, fromTime: "08:30", toDay: today, toTime: "17:30" },
    check: ({ fromDay, fromTime, toDay, toTime }) => ({
      fromDay: needed(fromDay, t("directory.page.fromOn")),
      fromTime: needed(fromTime, t("directory.hours.fromTime")),
      toDay: needed(toDay, t("directory.page.toOn")),
      toTime: needed(toTime, t("directory.hours.toTime")) ?? (`${toDay} ${toTime}` > `${fromDay} ${fromTime}` ? undefined : t("directory.hours.reversed")),
    }),
    send: ({ kind, fromDay, fromTime, toDay, toTime }, idempotencyKey) =>
      api("POST /people/:personId/busy", {
        params: { personId: person.id },
        body: { kind, startsAt: instantOf(fromDay, fromTime), endsAt: instantOf(toDay, toTime) },
        idempotencyKey,
      }),
    onDone: async () => {
      onClose();
      await onDone();
      toast(t("directory.page.edited"));
    },
  });
  return (
    <Form form={form} submit={t("directory.hours.addBusy")}>
      <ChoiceField name="kind" label={t("directory.hours.kind")} choices={busyKinds.map((value) => ({ value, label: t(`directory.busy.${value}`) }))} />
      <DayField name="fromDay" label={t("directory.page.fromOn")} />
      <TimeField name="fromTime" label={t("directory.hours.fromTime")} />
      <DayField name="toDay" label={t("directory.page.toOn")} />
      <TimeField name="toTime" label={t("directory.hours.toTime")} />
    </Form>
  );
}

/** A time when a person cannot come; the kind only, never why. */
export const AddBusyDialog = (props: PersonDialogProps) => (
  <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t("directory.hours.busyOf", { name: props.person.fullName })}>
    <BusyForm {...props} />
  </Dialog>
);
