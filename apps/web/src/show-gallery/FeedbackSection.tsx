import { useSignal } from "@preact/signals";
import { Button, Card, t } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";

/** A question before what cannot be taken back, and a word after what can. */
export function FeedbackSection() {
  const isAsking = useSignal(false);
  return (
    <Card title={t("gallery.feedback")}>
      <div class="lx-actions">
        <Button onClick={() => (isAsking.value = true)}>{t("gallery.ask1")}</Button>
        <Button onClick={() => toast(t("gallery.tell"), { undo: () => toast(t("gallery.undone")) })}>{t("gallery.tell")}</Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking.value}
        onClose={() => (isAsking.value = false)}
        title={t("gallery.ask1")}
        verb={t("gallery.deactivate")}
        isDanger
        onConfirm={() => Promise.resolve(toast(t("gallery.tell")))}
      >
        {t("gallery.askWhy")}
      </ConfirmDialog>
    </Card>
  );
}
