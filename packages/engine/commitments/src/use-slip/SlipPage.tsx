import { useLocation } from "preact-iso";
import { useSignal, type Signal } from "@preact/signals";
import { dayText, Notice, PageHead, SummaryList, t } from "@lianxin/web-kit";
import { Form, needed, TextArea, TextField, TicksField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { VerbButton } from "../show-commitment/VerbButton.js";
import { evidenceKinds, type EvidenceKind } from "../report-progress/evidence-kinds.js";

type Slip = Awaited<ReturnType<typeof ask>>;
const ask = (code: string, act: "look" | "progress" | "submit" | "notMine" = "look", more: { words?: string; kinds?: EvidenceKind[] } = {}) =>
  api("POST /public/slips", { body: { code, act, ...more } });

/** The code as it stands on the paper; asked for once. */
function CodeForm({ onOpen }: { readonly onOpen: (code: string, slip: Slip) => void }) {
  const { query } = useLocation();
  const form = useForm({
    start: { code: query.code ?? "" },
    check: ({ code }) => ({ code: needed(code, text("commitments.slip.code")) }),
    send: async ({ code }) => ({ code, slip: await ask(code) }),
    onDone: ({ code, slip }) => onOpen(code, slip),
  });
  return (
    <Form form={form} submit={text("commitments.slip.open")}>
      <TextField name="code" label={text("commitments.slip.code")} hint={text("commitments.slip.code.hint")} maxLength={20} width="short" />
    </Form>
  );
}

interface OpenProps {
  readonly code: string;
  readonly slip: Signal<Slip | undefined>;
}
const words = { words: "", kinds: [] as readonly string[] };

function Verbs({ code, slip }: OpenProps) {
  const act = (what: "progress" | "submit" | "notMine") => async (values: typeof words) => {
    const kinds = evidenceKinds.filter((kind) => values.kinds.includes(kind));
    slip.value = await ask(code, what, { words: values.words, ...(what === "submit" ? { kinds } : {}) });
  };
  const verb = (what: "progress" | "submit" | "notMine", label: string, isFilled = false) => (
    <VerbButton
      verb={t(`commitments.slip.verb.${what}`)}
      title={t(`commitments.slip.verb.${what}`)}
      done={text("commitments.slip.done")}
      isFilled={isFilled}
      start={words}
      check={(values) => ({ words: needed(values.words, label) })}
      send={act(what)}
      onDone={async () => undefined}
    >
      <TextArea name="words" label={label} maxLength={2000} />
      {what === "submit" && (slip.value?.evidenceNeeds.length ?? 0) > 0 && (
        <TicksField
          name="kinds"
          label={text("commitments.field.kinds")}
          choices={slip.value!.evidenceNeeds.map((kind) => ({ value: kind, label: t(`commitments.evidence.${kind}`) }))}
        />
      )}
    </VerbButton>
  );
  return (
    <div class="lx-actions">
      {verb("submit", text("commitments.field.evidence"), true)}
      {verb("progress", text("commitments.field.progress"))}
      {slip.value?.mayReturn && verb("notMine", text("commitments.field.reason"))}
    </div>
  );
}

function Opened({ code, slip }: OpenProps) {
  const { title, standard, organization, dueOn, state, isOpen } = slip.value!;
  return (
    <div class="lx-stack">
      <SummaryList
        rows={[
          { label: text("commitments.column.title"), value: title },
          { label: text("commitments.field.organization"), value: organization },
          { label: text("commitments.field.dueOn"), value: dayText(dueOn, { year: true }) },
          { label: text("commitments.field.standard"), value: standard },
          { label: text("commitments.column.light"), value: t(`commitments.state.${state}`) },
        ]}
      />
      {isOpen ? <Verbs code={code} slip={slip} /> : <Notice>{text("commitments.slip.over")}</Notice>}
    </div>
  );
}

/** For who holds a printed slip and has no account: what it is, how far it is, done, or not theirs. */
export default function SlipPage() {
  const code = useSignal("");
  const slip = useSignal<Slip | undefined>(undefined);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={slip.value ? text("commitments.slip.heading", { title: slip.value.title }) : text("commitments.page.slip")} />
      {slip.value ? (
        <Opened code={code.value} slip={slip} />
      ) : (
        <CodeForm
          onOpen={(typed, found) => {
            code.value = typed;
            slip.value = found;
          }}
        />
      )}
    </div>
  );
}
