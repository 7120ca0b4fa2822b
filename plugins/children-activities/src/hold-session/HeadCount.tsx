import { Button, Notice, timeText } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import type { Acting } from "./BoardPage.js";
import type { Board } from "./use-board.js";

/** "10:00 点名：28/29，差 1 个". */
function lastText({ at, counted, present, by }: NonNullable<Board["lastCount"]>): string {
  const params = { time: timeText(at), counted, present, by };
  if (counted < present) return text("children-activities.count.lastMissing", { ...params, missing: present - counted });
  return counted === present
    ? text("children-activities.count.last", params)
    : text("children-activities.count.lastMore", { ...params, more: counted - present });
}

/**
 * A head count every half hour while children are there: due when, one number, as loud as an alarm when it was left out, and how many are missing, for whoever looks at the board, until a count finds
 * them.
 */
export function HeadCount({ board, act }: Acting & { readonly board: Board }) {
  const { lastCount } = board;
  const missing = lastCount ? lastCount.present - lastCount.counted : 0;
  const isAsked = board.present > 0 || missing > 0;
  const isDue = board.countDueAt !== null && board.countDueAt <= board.now;
  const count = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const counted = Number(new FormData(form).get("counted"));
    void act(async () => {
      await api("POST /sessions/:sessionId/head-counts", { params: { sessionId: board.id }, body: { counted } });
      form.reset();
    });
  };
  return (
    <>
      {board.isCountLate && (
        <section class="board-alarm" role="alert">
          <p>
            <strong>{text("children-activities.count.late", { time: timeText(board.countDueAt!) })}</strong>
          </p>
        </section>
      )}
      {isAsked && (
        <form class="board-line" onSubmit={count}>
          <label for="counted">
            {text(isDue ? "children-activities.count.now" : "children-activities.count.next", { time: board.countDueAt ? timeText(board.countDueAt) : "" })}
          </label>
          <input id="counted" class="lx-input board-number" name="counted" type="number" inputMode="numeric" min={0} max={500} required />
          <Button type="submit">{text("children-activities.count.verb")}</Button>
        </form>
      )}
      {missing > 0 && (
        <Notice kind="warning">
          <strong>{text("children-activities.count.missing", { count: missing })}</strong>
        </Notice>
      )}
      {lastCount && <p class={missing === 0 ? "lx-hint" : undefined}>{lastText(lastCount)}</p>}
    </>
  );
}
