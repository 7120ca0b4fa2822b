import { Form, PhoneField, SelectField, TextArea, TextField, useForm } from "@lianxin/web-kit/forms";
import { text } from "../api.js";
import { placeChoices } from "../raise-matter/place-choices.js";
import type { Received } from "./ReportDone.js";
import { checkReport, emptyReport, reportDraft, sendReport, tidyReport, type ReportValues } from "./report-values.js";
import type { Offered } from "./ReportPage.js";

export interface FieldsProps {
  readonly offered: Offered;
  readonly onDone: (received: Received) => void;
}

/** All questions on one page. */
export function ReportForm({ offered, onDone }: FieldsProps) {
  const form = useForm<ReportValues, Received>({
    start: { ...emptyReport, placeId: offered.places.length === 1 ? offered.places[0]!.id : "" },
    tidy: tidyReport,
    check: checkReport,
    send: sendReport,
    onDone,
    draft: { key: reportDraft.key, fields: [...reportDraft.fields] },
  });
  return (
    <Form form={form} submit={text("matters.report.submit")}>
      <TextField name="title" label={text("matters.field.title")} hint={text("matters.report.title.hint")} maxLength={100} />
      <SelectField name="placeId" label={text("matters.field.placeId")} empty={text("matters.field.placeId.empty")} choices={placeChoices(offered.places)} />
      <TextField name="spot" label={text("matters.field.spot")} hint={text("matters.field.spot.hint")} isOptional maxLength={100} />
      <TextField name="affected" label={text("matters.field.affected")} hint={text("matters.field.affected.hint")} isOptional maxLength={200} />
      <TextArea name="detail" label={text("matters.field.detail")} isOptional maxLength={2000} />
      <TextField name="name" label={text("matters.report.name")} hint={text("matters.report.name.hint")} isOptional autocomplete="name" maxLength={50} />
      <PhoneField name="phone" label={text("matters.report.phone")} hint={text("matters.report.phone.hint")} isOptional />
    </Form>
  );
}
