import { useSignal } from "@preact/signals";
import { Button } from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import type { Acting } from "./BoardPage.js";
import type { Board } from "./use-board.js";

/** An adult leaves: one press, and why in a word if somebody likes to say; the usual words are offered. */
export function AdultLeaves({ post, act }: Acting & { readonly post: Board["posts"][number] }) {
  const [asks, reason] = [useSignal(false), useSignal("")];
  const { id, name } = post;
  const leave = () => act(() => api("POST /posts/:postId/leaving", { params: { postId: id }, body: { reason: reason.value } }));
  return (
    <>
      <Button look="soft" aria-label={`${text("children-activities.board.leave")} ${name}`} onClick={() => (asks.value = true)}>
        {text("children-activities.board.leave")}
      </Button>
      <ConfirmDialog
        isOpen={asks.value}
        onClose={() => (asks.value = false)}
        title={text("children-activities.board.leave.title", { name })}
        verb={text("children-activities.board.leave")}
        onConfirm={leave}
      >
        <div class="lx-field">
          <label for={`leave-${id}`}>{text("children-activities.board.leave.why")}</label>
          <input
            id={`leave-${id}`}
            class="lx-input"
            list={`why-${id}`}
            maxLength={60}
            value={reason.value}
            onInput={(event) => (reason.value = event.currentTarget.value)}
          />
          <datalist id={`why-${id}`}>
            {(["1", "2", "3"] as const).map((n) => (
              <option key={n} value={text(`children-activities.board.leave.${n}`)} />
            ))}
          </datalist>
        </div>
      </ConfirmDialog>
    </>
  );
}
