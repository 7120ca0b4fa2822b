import { useLocation } from "preact-iso";
import { useSignal } from "@preact/signals";
import { Notice, PageHead, SummaryList } from "@lianxin/web-kit";
import { Form, needed, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { checkRating, RatingFields, ratingStart, readRating } from "./RateButton.js";

type Work = Awaited<ReturnType<typeof look>>;
const look = (code: string) => api("POST /public/ratings", { body: { code } });

function CodeForm({ onOpen }: { readonly onOpen: (code: string, work: Work) => void }) {
  const { query } = useLocation();
  const form = useForm({
    start: { code: query.code ?? "" },
    check: ({ code }) => ({ code: needed(code, text("commitments.rate.code")) }),
    send: async ({ code }) => ({ code, work: await look(code) }),
    onDone: ({ code, work }) => onOpen(code, work),
  });
  return (
    <Form form={form} submit={text("commitments.slip.open")}>
      <TextField name="code" label={text("commitments.rate.code")} hint={text("commitments.slip.code.hint")} maxLength={20} width="short" />
    </Form>
  );
}

function RateForm({ code, work, onRated }: { readonly code: string; readonly work: Work; readonly onRated: () => void }) {
  const form = useForm({
    start: ratingStart,
    check: checkRating,
    send: (values, idempotencyKey) => api("POST /public/ratings", { body: { code, ...readRating(values) }, idempotencyKey }),
    onDone: onRated,
  });
  return (
    <>
      <SummaryList
        rows={[
          { label: text("commitments.column.title"), value: work.title },
          { label: text("commitments.field.organization"), value: work.organization },
          { label: text("commitments.field.standard"), value: work.standard },
        ]}
      />
      <Form form={form} submit={text("commitments.rate.send")}>
        <RatingFields />
      </Form>
    </>
  );
}

/** For a resident with a rating code: was it solved, and are you satisfied. */
export default function RatePage() {
  const code = useSignal("");
  const work = useSignal<Work | undefined>(undefined);
  const isRated = useSignal(false);
  const open = (typed: string, found: Work) => {
    code.value = typed;
    work.value = found;
  };
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("commitments.rate.heading")} />
      {isRated.value ? (
        <Notice>{text("commitments.rate.thanks")}</Notice>
      ) : work.value ? (
        <RateForm code={code.value} work={work.value} onRated={() => void (isRated.value = true)} />
      ) : (
        <CodeForm onOpen={open} />
      )}
    </div>
  );
}
