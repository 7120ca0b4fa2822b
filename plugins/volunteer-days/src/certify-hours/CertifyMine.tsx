import { useState } from "preact/hooks";
import { addressOf, browserPorts, ButtonLink, Card, dateOf } from "@lianxin/web-kit";
import { DayField, Form, needed, useForm } from "@lianxin/web-kit/forms";
import { Printer } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";
import type { Mine } from "../show-mine/MinePage.js";
import { Served } from "../show-mine/Served.js";

interface CertifyMineProps {
  readonly params: { readonly signUpId: string; readonly key: string };
  readonly minutes: number;
  readonly served: Mine["served"];
}
interface Issued {
  readonly id: string;
  readonly number: string;
}

/** One's own certificate of hours, free: from when to when, then the paper. */
export function CertifyMine({ params, minutes, served }: CertifyMineProps) {
  const [issued, setIssued] = useState<Issued | undefined>(undefined);
  const today = dateOf(new Date(browserPorts.now()).toISOString());
  const form = useForm({
    start: { from: `${today.slice(0, 4)}-01-01`, to: today },
    check: ({ from, to }) => ({ from: needed(from, text("volunteer-days.certify.from")), to: needed(to, text("volunteer-days.certify.to")) }),
    send: (body, idempotencyKey) => api("POST /public/sign-ups/:signUpId/:key/certificates", { params, body, idempotencyKey }),
    onDone: setIssued,
  });
  return (
    <Card title={text("volunteer-days.mine.hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}>
      <Served served={served} />
      {issued ? (
        <ButtonLink
          isWide
          icon={Printer}
          href={addressOf("volunteer-days", "/public/sign-ups/:signUpId/:key/certificates/:certificateId", { ...params, certificateId: issued.id })}
          download
        >
          {text("volunteer-days.certify.print", { number: issued.number })}
        </ButtonLink>
      ) : (
        <details class="mine-more">
          <summary>{text("volunteer-days.certify.title")}</summary>
          <Form form={form} submit={text("volunteer-days.certify.submit")}>
            <DayField name="from" label={text("volunteer-days.certify.from")} />
            <DayField name="to" label={text("volunteer-days.certify.to")} />
          </Form>
        </details>
      )}
      <p class="lx-hint">{text("volunteer-days.certify.own")}</p>
    </Card>
  );
}
