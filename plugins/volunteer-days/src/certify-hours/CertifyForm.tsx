import { useState } from "preact/hooks";
import { addressOf, ButtonLink } from "@lianxin/web-kit";
import { DayField, Form, needed, SelectField, useForm } from "@lianxin/web-kit/forms";
import { Printer } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";

interface CertifyFormProps {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly from: string;
  readonly to: string;
}
interface Issued {
  readonly id: string;
  readonly number: string;
}

/** A certificate for somebody of the ledger: from when to when, then the paper. */
export function CertifyForm({ people, from, to }: CertifyFormProps) {
  const [issued, setIssued] = useState<Issued | undefined>(undefined);
  const form = useForm({
    start: { volunteerId: people[0]!.id, from, to },
    check: (values) => ({
      from: needed(values.from, text("volunteer-days.certify.from")),
      to: needed(values.to, text("volunteer-days.certify.to")),
    }),
    send: ({ volunteerId, ...body }, idempotencyKey) => api("POST /volunteers/:volunteerId/certificates", { params: { volunteerId }, body, idempotencyKey }),
    onDone: setIssued,
  });
  return (
    <details class="hours-certify">
      <summary>{text("volunteer-days.certify.title")}</summary>
      <div class="lx-stack">
        <Form form={form} submit={text("volunteer-days.certify.submit")}>
          <SelectField name="volunteerId" label={text("volunteer-days.certify.who")} choices={people.map(({ id, name }) => ({ value: id, label: name }))} />
          <DayField name="from" label={text("volunteer-days.certify.from")} />
          <DayField name="to" label={text("volunteer-days.certify.to")} />
        </Form>
        {issued && (
          <p class="lx-actions">
            <ButtonLink icon={Printer} href={addressOf("volunteer-days", "/certificates/:certificateId", { certificateId: issued.id })} download>
              {text("volunteer-days.certify.print", { number: issued.number })}
            </ButtonLink>
          </p>
        )}
        <p class="lx-hint">{text("volunteer-days.certify.own")}</p>
      </div>
    </details>
  );
}
