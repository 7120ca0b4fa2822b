import { useSignal } from "@preact/signals";
import { Button } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

/** One part a line; empty lines do not count. */
const linesOf = (written: string): string[] =>
  written
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Makes several matters of one: a line for each, and why. */
export function SplitButton({ matterId, onDone }: { readonly matterId: string; readonly onDone: () => Promise<void> }) {
  const isOpen = useSignal(false);
  const form = useForm({
    start: { parts: "", reason: "" },
    check: ({ parts, reason }) => ({
      parts: linesOf(parts).length < 2 ? text("matters.split.few") : undefined,
      reason: needed(reason, text("matters.split.reason")),
    }),
    send: ({ parts, reason }, idempotencyKey) =>
      api("POST /matters/:matterId/parts", { params: { matterId }, body: { parts: linesOf(parts).map((title) => ({ title })), reason }, idempotencyKey }),
    onDone: async ({ parts }) => {
      isOpen.value = false;
      toast(text("matters.split.done", { count: parts.length }));
      await onDone();
    },
  });
  return (
    <>
      <Button onClick={() => (isOpen.value = true)}>{text("matters.verb.split")}</Button>
      <Dialog isOpen={isOpen.value} onClose={() => (isOpen.value = false)} title={text("matters.split.title")}>
        <Form form={form} submit={text("matters.verb.split")}>
          <TextArea name="parts" label={text("matters.split.parts")} hint={text("matters.split.parts.hint")} />
          <TextArea name="reason" label={text("matters.split.reason")} rows={2} maxLength={2000} />
        </Form>
      </Dialog>
    </>
  );
}
