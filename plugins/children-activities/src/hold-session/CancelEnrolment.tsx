import { useSignal } from "@preact/signals";
import { Button } from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import type { Acting } from "./BoardPage.js";

interface Props extends Acting {
  readonly name: string;
  readonly attendanceId: string;
}

/** Takes a child off the list of this date, after it was said which child and how it comes back. */
export function CancelEnrolment({ name, attendanceId, act }: Props) {
  const asks = useSignal(false);
  const title = `${text("children-activities.board.cancel")}：${name}`;
  return (
    <>
      <Button look="plain" aria-label={`${text("children-activities.board.cancel")} ${name}`} onClick={() => (asks.value = true)}>
        {text("children-activities.board.cancel")}
      </Button>
      <ConfirmDialog
        isOpen={asks.value}
        onClose={() => (asks.value = false)}
        title={title}
        verb={text("children-activities.board.cancel")}
        onConfirm={() => act(() => api("POST /attendances/:attendanceId/cancel", { params: { attendanceId } }))}
      >
        <p>{text("children-activities.board.cancelSure")}</p>
      </ConfirmDialog>
    </>
  );
}
