import { Button, timeText } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import type { Acting } from "./BoardPage.js";
import type { Board } from "./use-board.js";

/** In an emergency two people let a session go on: one asks and says why, the other confirms. */
export function OverrideForm({ board, act }: Acting & { readonly board: Board }) {
  const { override } = board;
  if (override?.isConfirmed) return <p>{text("children-activities.override.until", { time: timeText(override.untilAt) })}</p>;
  if (override)
    return (
      <div class="lx-actions">
        <span class="board-since">{text("children-activities.override.waits", { time: timeText(override.untilAt) })}</span>
        {override.isOwn ? (
          <span>{text("children-activities.override.second")}</span>
        ) : (
          <Button onClick={() => void act(() => api("POST /overrides/:overrideId/confirmation", { params: { overrideId: override.id } }))}>
            {text("children-activities.override.confirm")}
          </Button>
        )}
      </div>
    );
  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget as HTMLFormElement).get("reason") ?? "").trim();
    if (!reason) return;
    void act(async () => {
      const { told, adults } = await api("POST /sessions/:sessionId/overrides", { params: { sessionId: board.id }, body: { reason } });
      const words = [
        ...(told > 0 ? [text("children-activities.override.told", { count: told })] : []),
        ...(adults.length > 0 ? [text("children-activities.told.adults", { names: adults.join("、") })] : []),
      ];
      if (words.length > 0) toast(words.join("；"));
    });
  };
  return (
    <Fold title={text("children-activities.override.title")}>
      <form class="board-ask" onSubmit={ask}>
        <div class="lx-field">
          <label for="override-reason">{text("children-activities.override.reason")}</label>
          <input id="override-reason" class="lx-input" name="reason" maxLength={200} required />
        </div>
        <Button type="submit">{text("children-activities.override.ask")}</Button>
      </form>
    </Fold>
  );
}
