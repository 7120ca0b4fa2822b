import type { ComponentChildren } from "preact";
import { useSignal } from "@preact/signals";
import { Button, ErrorNotice, t } from "@lianxin/web-kit";
import { Dialog } from "./Dialog.js";

interface ConfirmProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** The act, in its own words: “发布会议”. */
  readonly verb: string;
  /** Runs once; the dialog closes when it is done and shows what went wrong otherwise. */
  readonly onConfirm: () => Promise<unknown>;
  readonly isDanger?: boolean;
  readonly children: ComponentChildren;
}

/** Asks before something that others will see or that cannot be taken back: says the consequence, the act, and “not now”. */
export function ConfirmDialog({ isOpen, onClose, title, verb, onConfirm, isDanger, children }: ConfirmProps) {
  const isSending = useSignal(false);
  const error = useSignal<unknown>(undefined);
  const close = () => {
    error.value = undefined;
    onClose();
  };
  const confirm = async () => {
    if (isSending.value) return;
    isSending.value = true;
    error.value = undefined;
    await onConfirm().then(close, (refusal: unknown) => (error.value = refusal));
    isSending.value = false;
  };
  return (
    <Dialog isOpen={isOpen} onClose={close} title={title}>
      <div>{children}</div>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
      <div class="lx-actions lx-end">
        <Button onClick={close}>{t("web.cancel")}</Button>
        <Button look={isDanger ? "danger" : "filled"} aria-disabled={isSending.value} onClick={() => void confirm()}>
          {verb}
        </Button>
      </div>
    </Dialog>
  );
}
