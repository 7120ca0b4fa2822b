import { useSignal } from "@preact/signals";
import { Button, Notice } from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import type { Acting } from "./BoardPage.js";
import type { Board } from "./use-board.js";

interface Props extends Acting {
  readonly board: Board;
  readonly post: Board["posts"][number];
}

/** How few adults would be left with children who are there; undefined while two stay, or no child is there. */
function fewLeft({ state, present, posts }: Board, { personId }: Props["post"]): "nobody" | "one" | undefined {
  const others = new Set(posts.filter((one) => one.state === "present" && one.personId !== personId).map((one) => one.personId)).size;
  return state !== "open" || present === 0 || others > 1 ? undefined : others === 0 ? "nobody" : "one";
}

/** An adult leaves: why in a word if somebody likes to say, the usual words are offered; and what that means for the children who are there still. */
export function AdultLeaves({ board, post, act }: Props) {
  const [asks, reason] = [useSignal(false), useSignal("")];
  const { id, name } = post;
  const few = fewLeft(board, post);
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
        {few && (
          <Notice kind="warning">
            <strong>{text(`children-activities.board.leave.${few}`, { name, count: board.present })}</strong>
          </Notice>
        )}
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
