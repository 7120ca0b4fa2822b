import { useSignal } from "@preact/signals";
import { Button } from "@lianxin/web-kit";
import { Copy } from "@lianxin/web-kit/icons";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";

type Urged = { readonly count: number; readonly text: string; readonly isSent: boolean };

/** Browsers without a secure context have no clipboard: then the text stands there to be marked and copied. */
async function copy(words: string): Promise<void> {
  await navigator.clipboard?.writeText(words).then(
    () => toast(text("commitments.urge.copied")),
    () => undefined,
  );
}

const Told = ({ urged }: { readonly urged: Urged }) => (
  <div class="lx-stack">
    <p role="status">{text(urged.isSent ? "commitments.urge.sent" : "commitments.urge.notSent", { count: urged.count })}</p>
    <textarea class="lx-input" rows={7} readOnly aria-label={text("commitments.urge.text")} value={urged.text} />
    <Button look="filled" icon={Copy} onClick={() => void copy(urged.text)}>
      {text("commitments.urge.copy")}
    </Button>
  </div>
);

/** 催办: says what to say, writes it down, and gives the words to copy. */
export function UrgeButton({ line, onDone }: VerbProps) {
  const isOpen = useSignal(false);
  const urged = useSignal<Urged | undefined>(undefined);
  const form = useForm({
    start: { words: "" },
    send: (body, idempotencyKey) => api("POST /commitments/:commitmentId/urges", { params: { commitmentId: line.commitmentId! }, body, idempotencyKey }),
    onDone: async (answer) => {
      urged.value = answer;
      form.startOver();
      await onDone();
    },
  });
  const close = () => {
    isOpen.value = false;
    urged.value = undefined;
  };
  return (
    <>
      <Button onClick={() => (isOpen.value = true)}>{text("commitments.verb.urge")}</Button>
      <Dialog isOpen={isOpen.value} onClose={close} title={text("commitments.urge.title", { title: line.title })}>
        {urged.value ? (
          <Told urged={urged.value} />
        ) : (
          <Form form={form} submit={text("commitments.urge.submit")} aside={<Button onClick={close}>{text("commitments.urge.notYet")}</Button>}>
            <p>{text("commitments.urge.to", { organization: line.ownerOrganization ?? "", owner: line.owner ?? "", count: line.remindedTimes + 1 })}</p>
            <TextArea name="words" label={text("commitments.urge.words")} isOptional maxLength={500} />
          </Form>
        )}
      </Dialog>
    </>
  );
}
