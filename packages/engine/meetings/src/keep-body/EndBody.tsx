import { useSignal } from "@preact/signals";
import { Button, dayText, ErrorNotice, Notice } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import type { ShownBody } from "./body-words.js";

interface EndProps {
  readonly body: ShownBody;
  readonly reload: () => Promise<void>;
}
const resume = (bodyId: string) => api("DELETE /bodies/:bodyId/ending", { params: { bodyId } });

/** Ends a body after a question; what stands in the way is said there. */
export function EndBody({ body, reload }: EndProps) {
  const isAsking = useSignal(false);
  const end = () =>
    api("POST /bodies/:bodyId/ending", { params: { bodyId: body.id } }).then(async () => {
      await reload();
      toast(text("meetings.body.ended", { name: body.name }), { undo: () => resume(body.id).then(reload) });
    });
  return (
    <>
      <Button onClick={() => (isAsking.value = true)}>{text("meetings.body.close")}</Button>
      <ConfirmDialog
        isOpen={isAsking.value}
        onClose={() => (isAsking.value = false)}
        title={text("meetings.body.ask", { name: body.name })}
        verb={text("meetings.body.close")}
        onConfirm={end}
        isDanger
      >
        {text("meetings.body.askHint")}
      </ConfirmDialog>
    </>
  );
}

/** A body that meets no more, and the way back. */
export function EndedNotice({ body, reload, mayChange }: EndProps & { readonly mayChange: boolean }) {
  const failed = useSignal<unknown>(undefined);
  if (body.endedOn === null) return null;
  return (
    <Notice>
      <p>{text("meetings.body.endedOn", { day: dayText(body.endedOn, { year: true }) })}</p>
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      {mayChange && (
        <Button onClick={() => void resume(body.id).then(reload, (error: unknown) => void (failed.value = error))}>{text("meetings.body.resume")}</Button>
      )}
    </Notice>
  );
}
