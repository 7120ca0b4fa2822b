import { useSignal } from "@preact/signals";
import { Button, StepIndicator } from "@lianxin/web-kit";
import { Form, PhoneField, SelectField, TextField, useForm } from "@lianxin/web-kit/forms";
import { text } from "../api.js";
import { placeChoices } from "../raise-matter/place-choices.js";
import type { Received } from "./ReportDone.js";
import type { FieldsProps } from "./ReportForm.js";
import { checkReport, emptyReport, reportDraft, sendReport, tidyReport, type ReportValues } from "./report-values.js";

const steps = ["what", "where", "who"] as const;
/** The last button says what it does: send it. */
const submits = ["matters.report.next.where", "matters.report.next.who", "matters.report.submit"] as const;
/** What has to be answered before the next question is shown. */
const needs = [["title"], ["placeId"], ["title", "placeId"]] as const;

/** One question a screen, for elder mode: what, where, how to reach you. */
export function ReportSteps({ offered, onDone }: FieldsProps) {
  const at = useSignal(0);
  const form = useForm<ReportValues, Received | undefined>({
    start: { ...emptyReport, placeId: offered.places.length === 1 ? offered.places[0]!.id : "" },
    tidy: tidyReport,
    check: (values) => {
      const found = checkReport(values);
      return Object.fromEntries(needs[at.peek() as 0].map((name) => [name, found[name]]));
    },
    send: async (values, idempotencyKey) => (at.peek() < 2 ? undefined : sendReport(values, idempotencyKey)),
    onDone: (received) => {
      if (received) return onDone(received);
      at.value += 1;
    },
    draft: { key: reportDraft.key, fields: [...reportDraft.fields] },
  });
  const step = at.value;
  return (
    <>
      <StepIndicator label={text("matters.report.steps")} steps={steps.map((name) => ({ label: text(`matters.report.step.${name}`) }))} at={step} />
      <Form form={form} submit={text(submits[step]!)} aside={step > 0 && <Button onClick={() => (at.value -= 1)}>{text("matters.report.back")}</Button>}>
        {step === 0 && <TextField name="title" label={text("matters.field.title")} hint={text("matters.report.title.hint")} maxLength={100} />}
        {step === 1 && (
          <>
            <SelectField
              name="placeId"
              label={text("matters.field.placeId")}
              empty={text("matters.field.placeId.empty")}
              choices={placeChoices(offered.places)}
            />
            <TextField name="spot" label={text("matters.field.spot")} isOptional maxLength={100} />
            <TextField name="affected" label={text("matters.field.affected")} hint={text("matters.field.affected.hint")} isOptional maxLength={200} />
          </>
        )}
        {step === 2 && (
          <>
            <TextField name="name" label={text("matters.report.name")} isOptional autocomplete="name" maxLength={50} />
            <PhoneField name="phone" label={text("matters.report.phone")} hint={text("matters.report.phone.hint")} isOptional />
          </>
        )}
      </Form>
    </>
  );
}
