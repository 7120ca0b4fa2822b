import { useSignal } from "@preact/signals";
import { useState } from "preact/hooks";
import { Button } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, neededChoice, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, readSimilar, text } from "../api.js";
import { SimilarList } from "../find-similar/SimilarList.js";
import { MergeTarget, type OtherMatter } from "./MergeTarget.js";

interface Props {
  readonly matterId: string;
  readonly onDone: () => Promise<void>;
}

function MergeForm({ matterId, onDone }: Props) {
  const [others, setOthers] = useState<readonly OtherMatter[]>([]);
  const form = useForm({
    start: { intoId: "", reason: "" },
    check: ({ intoId, reason }) => ({
      intoId: neededChoice(intoId, text("matters.screen.mergeInto")),
      reason: needed(reason, text("matters.merge.reason")),
    }),
    send: (body, idempotencyKey) => api("POST /matters/:matterId/merge", { params: { matterId }, body, idempotencyKey }),
    onDone,
  });
  const choose = (other: OtherMatter) => {
    setOthers([other]);
    form.set("intoId", other.id);
  };
  return (
    <div class="lx-stack">
      <SimilarList load={() => readSimilar(matterId)} on={[matterId]} onMerge={choose} />
      <Form form={form} submit={text("matters.verb.merge")}>
        <MergeTarget matterId={matterId} name="intoId" others={others} />
        <TextArea name="reason" label={text("matters.merge.reason")} hint={text("matters.merge.reason.hint")} rows={2} maxLength={2000} />
      </Form>
    </div>
  );
}

/** Makes a matter part of another one: of those that look alike, or one found by words; with the reason. */
export function MergeButton({ matterId, onDone }: Props) {
  const isOpen = useSignal(false);
  const close = async () => {
    isOpen.value = false;
    toast(text("matters.merge.done"));
    await onDone();
  };
  return (
    <>
      <Button onClick={() => (isOpen.value = true)}>{text("matters.verb.merge")}</Button>
      <Dialog isOpen={isOpen.value} onClose={() => (isOpen.value = false)} title={text("matters.merge.title")}>
        {isOpen.value && <MergeForm matterId={matterId} onDone={close} />}
      </Dialog>
    </>
  );
}
