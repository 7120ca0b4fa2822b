import { useSignal } from "@preact/signals";
import { browserPorts, Button, ErrorNotice, t } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { needed, TextArea, TextField, TicksField } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { VerbButton } from "../show-commitment/VerbButton.js";
import { evidenceKinds } from "./evidence-kinds.js";

const paramsOf = ({ commitmentId }: VerbProps["line"]) => ({ commitmentId: commitmentId! });

export function ConfirmButton({ line, onDone, isFilled = false }: VerbProps & { readonly isFilled?: boolean }) {
  const key = useSignal(browserPorts.newKey());
  const error = useSignal<unknown>(undefined);
  const confirm = async () => {
    error.value = undefined;
    await api("POST /commitments/:commitmentId/confirmation", { params: paramsOf(line), idempotencyKey: key.value }).then(
      async () => {
        toast(text("commitments.done.confirm"));
        await onDone();
      },
      (refusal: unknown) => (error.value = refusal),
    );
  };
  return (
    <>
      <Button {...(isFilled ? { look: "filled" as const } : {})} onClick={() => void confirm()}>
        {text(line.origin === "assigned" ? "commitments.verb.accept" : "commitments.verb.confirm")}
      </Button>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
    </>
  );
}

export const DeclineButton = ({ line, onDone }: VerbProps) => (
  <VerbButton
    verb={text("commitments.verb.decline")}
    title={text("commitments.decline.title", { title: line.title })}
    done={text("commitments.done.decline")}
    start={{ reason: "" }}
    check={({ reason }) => ({ reason: needed(reason, text("commitments.field.reason")) })}
    send={(body, idempotencyKey) => api("POST /commitments/:commitmentId/refusal", { params: paramsOf(line), body, idempotencyKey })}
    onDone={onDone}
  >
    <TextArea name="reason" label={text("commitments.field.reason")} hint={text("commitments.decline.hint")} maxLength={2000} />
  </VerbButton>
);

/** 收回认领: the gap is seen again. */
export const WithdrawButton = ({ line, onDone }: VerbProps) => (
  <VerbButton
    verb={text("commitments.verb.withdraw")}
    title={text("commitments.withdraw.title", { title: line.title })}
    done={text("commitments.done.withdraw")}
    start={{ reason: "" }}
    check={({ reason }) => ({ reason: needed(reason, text("commitments.field.reason")) })}
    send={(body, idempotencyKey) => api("POST /commitments/:commitmentId/withdrawal", { params: paramsOf(line), body, idempotencyKey })}
    onDone={onDone}
  >
    <TextArea name="reason" label={text("commitments.field.reason")} hint={text("commitments.decline.hint")} maxLength={2000} />
  </VerbButton>
);

export const ProgressButton = ({ line, onDone }: VerbProps) => (
  <VerbButton
    verb={text("commitments.verb.progress")}
    title={text("commitments.progress.title", { title: line.title })}
    done={text("commitments.done.progress")}
    start={{ words: "" }}
    check={({ words }) => ({ words: needed(words, text("commitments.field.progress")) })}
    send={(body, idempotencyKey) => api("POST /commitments/:commitmentId/progress", { params: paramsOf(line), body, idempotencyKey })}
    onDone={onDone}
  >
    <TextArea name="words" label={text("commitments.field.progress")} maxLength={2000} />
  </VerbButton>
);

export const SubmitButton = ({ line, onDone }: VerbProps) => (
  <VerbButton
    verb={text("commitments.verb.submit")}
    title={text("commitments.submit.title", { title: line.title })}
    done={text("commitments.done.submit")}
    start={{ words: "", paper: "", kinds: [] as readonly string[] }}
    check={({ words }) => ({ words: needed(words, text("commitments.field.evidence")) })}
    send={({ kinds, ...body }, idempotencyKey) =>
      api("POST /commitments/:commitmentId/completion", {
        params: paramsOf(line),
        body: { ...body, ...(line.evidenceNeeds.length > 0 ? { kinds: evidenceKinds.filter((kind) => kinds.includes(kind)) } : {}) },
        idempotencyKey,
      })
    }
    onDone={onDone}
  >
    <p>{text("commitments.submit.standard", { standard: line.standard })}</p>
    <TextArea name="words" label={text("commitments.field.evidence")} hint={text("commitments.submit.hint")} maxLength={2000} />
    {line.evidenceNeeds.length > 0 && (
      <TicksField
        name="kinds"
        label={text("commitments.field.kinds")}
        choices={line.evidenceNeeds.map((kind) => ({ value: kind, label: t(`commitments.evidence.${kind}`) }))}
      />
    )}
    <TextField name="paper" label={text("commitments.field.paper")} hint={text("commitments.field.paper.hint")} isOptional maxLength={200} />
  </VerbButton>
);
