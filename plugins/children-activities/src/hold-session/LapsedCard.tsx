import { Card, EmptyState } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { Board, Names } from "./use-board.js";

interface Props {
  readonly board: Board;
  readonly names: Names | undefined;
}

/** A date that nobody opened: that it is over, and which children stood on its list, so that their families are asked. */
export const LapsedCard = ({ board, names }: Props) => (
  <>
    <EmptyState why={text("children-activities.board.lapsed")} />
    {board.children.length > 0 && (
      <Card title={text("children-activities.board.lapsed.list", { count: board.children.length })}>
        <p>{text("children-activities.board.lapsed.ask")}</p>
        <ul>
          {board.children.map(({ attendanceId, childId }) => (
            <li key={attendanceId}>{names?.get(childId)?.name ?? "…"}</li>
          ))}
        </ul>
      </Card>
    )}
  </>
);
