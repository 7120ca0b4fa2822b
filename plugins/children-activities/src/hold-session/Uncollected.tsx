import { timeText } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { Board } from "./use-board.js";

/** Past the hour with a child still there: as loud as an alarm, with the way to the desk, where each step stands. */
export function Uncollected({ board, deskHref }: { readonly board: Board; readonly deskHref?: string }) {
  if (!board.isUncollected) return null;
  return (
    <section class="board-alarm" role="alert">
      <p>
        <strong>{text("children-activities.board.uncollected", { time: timeText(board.endsAt), count: board.present })}</strong>
      </p>
      {deskHref && <a href={deskHref}>{text("children-activities.board.uncollected.desk")}</a>}
    </section>
  );
}
