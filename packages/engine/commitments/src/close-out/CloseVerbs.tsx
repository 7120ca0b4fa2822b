import { useSignal } from "@preact/signals";
import { browserPorts, Button } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { DayField, needed, neededChoice, TextArea } from "@lianxin/web-kit/forms";
import { api, text, type ReopenProps, type VerbProps } from "../api.js";
import { VerbButton } from "../show-commitment/VerbButton.js";

export function CloseButton({ line, onDone }: VerbProps) {
  const isOpen = useSignal(false);
  const key = useSignal(browserPorts.newKey());
  const close = async () => {
    await api("POST /commitments/:commitmentId/close-out", { params: { commitmentId: line.commitmentId! }, body: {}, idempotencyKey: key.value });
    toast(text("commitments.done.close"));
    await onDone();
  };
  return (
    <>
      <Button look="filled" onClick={() => (isOpen.value = true)}>
        {text("commitments.verb.close")}
      </Button>
      <ConfirmDialog
        isOpen={isOpen.value}
        onClose={() => (isOpen.value = false)}
        title={text("commitments.close.title", { title: line.title })}
        verb={text("commitments.verb.close")}
        onConfirm={close}
      >
        <p>{text("commitments.close.consequence")}</p>
      </ConfirmDialog>
    </>
  );
}

export const ReopenButton = ({ line, onDone, reopenOn }: ReopenProps) => (
  <VerbButton
    verb={text("commitments.verb.reopen")}
    title={text("commitments.reopen.title", { title: line.title })}
    done={text("commitments.done.reopen")}
    start={{ reason: "", dueOn: reopenOn }}
    check={({ reason, dueOn }) => ({ reason: needed(reason, text("commitments.field.reason")), dueOn: neededChoice(dueOn, text("commitments.field.dueOn")) })}
    send={(body, idempotencyKey) => api("POST /commitments/:commitmentId/reopening", { params: { commitmentId: line.commitmentId! }, body, idempotencyKey })}
    onDone={onDone}
  >
    <TextArea name="reason" label={text("commitments.field.reason")} maxLength={2000} />
    <DayField name="dueOn" label={text("commitments.field.dueOn")} hint={text("commitments.field.againDueOn.hint")} />
  </VerbButton>
);

/** A resident's rating opened it again, with the day of the rules: whoever follows it up says until when. */
export const SetDayButton = ({ line, onDone }: VerbProps) => (
  <VerbButton
    verb={text("commitments.verb.setDay")}
    title={text("commitments.setDay.title", { title: line.title })}
    done={text("commitments.done.setDay")}
    start={{ dueOn: line.dueOn ?? "" }}
    check={({ dueOn }) => ({ dueOn: neededChoice(dueOn, text("commitments.field.againDueOn")) })}
    send={(body, idempotencyKey) => api("POST /commitments/:commitmentId/due-day", { params: { commitmentId: line.commitmentId! }, body, idempotencyKey })}
    onDone={onDone}
  >
    <DayField name="dueOn" label={text("commitments.field.againDueOn")} hint={text("commitments.setDay.hint")} />
  </VerbButton>
);

export const VoidButton = ({ line, onDone }: VerbProps) => (
  <VerbButton
    verb={text("commitments.verb.void")}
    title={text("commitments.void.title", { title: line.title })}
    done={text("commitments.done.void")}
    start={{ reason: "" }}
    check={({ reason }) => ({ reason: needed(reason, text("commitments.field.reason")) })}
    send={(body, idempotencyKey) => api("POST /parts/:partId/requests", { params: { partId: line.partId }, body: { ...body, kind: "void" }, idempotencyKey })}
    onDone={onDone}
  >
    <TextArea name="reason" label={text("commitments.field.reason")} hint={text("commitments.void.hint")} maxLength={2000} />
  </VerbButton>
);
