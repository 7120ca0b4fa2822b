import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { Button } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text, type Draft } from "../api.js";

/** Throws a draft away after a question: nobody was told of it, so nobody is told now. */
export function ThrowAway({ draft }: { readonly draft: Draft }) {
  const { route } = useLocation();
  const isAsking = useSignal(false);
  const go = async () => {
    await api("POST /meetings/:meetingId/cancellation", { params: { meetingId: draft.id }, body: { reason: text("meetings.draft.reason") } });
    route("/meetings?tab=drafts");
    toast(text("meetings.draft.gone"));
  };
  return (
    <div>
      <Button look="plain" onClick={() => (isAsking.value = true)}>
        {text("meetings.draft.throw")}
      </Button>
      <ConfirmDialog
        isOpen={isAsking.value}
        onClose={() => (isAsking.value = false)}
        title={text("meetings.draft.ask", { title: draft.title })}
        verb={text("meetings.draft.throw")}
        onConfirm={go}
        isDanger
      >
        {text("meetings.draft.hint")}
      </ConfirmDialog>
    </div>
  );
}
