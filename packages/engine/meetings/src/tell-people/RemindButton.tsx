import { useSignal } from "@preact/signals";
import { Button, ErrorNotice } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";

/** Asks those once more who have not answered and have a mail address; nothing when everybody has. */
export function RemindButton({ meetingId, unanswered }: { readonly meetingId: string; readonly unanswered: number }) {
  const failed = useSignal<unknown>(undefined);
  if (unanswered === 0) return null;
  const remind = () =>
    api("POST /meetings/:meetingId/reminders", { params: { meetingId } }).then(
      ({ mailed }) => toast(text("meetings.tell.reminded", { count: mailed })),
      (error: unknown) => void (failed.value = error),
    );
  return (
    <>
      <Button onClick={() => void remind()}>{text("meetings.tell.remind", { count: unanswered })}</Button>
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
    </>
  );
}
