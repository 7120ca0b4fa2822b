import { Button, Card, EmptyState, timeText } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";
import { AdultLeaves } from "./AdultLeaves.js";
import type { Acting } from "./BoardPage.js";
import type { Board } from "./use-board.js";

/** The adults of a session: who is there, who is expected, who left when; the verb that comes next, and what takes a slip back. */
export const AdultsCard = ({ board, act }: Acting & { readonly board: Board }) => (
  <Card title={text("children-activities.board.adultsList")}>
    {board.posts.length === 0 && <EmptyState why={text("children-activities.board.noAdults")} />}
    <ul class="board-adults">
      {board.posts.map((post) => {
        const { id, name, state, arrivedAt, leftAt, leftReason } = post;
        const isUnderWay = board.state === "published" || board.state === "open";
        const time = timeText(leftAt ?? arrivedAt ?? board.startsAt);
        return (
          <li key={id}>
            <span>
              <strong>{name}</strong>{" "}
              <span class="lx-hint">
                {leftReason
                  ? text("children-activities.board.left", { time, reason: leftReason })
                  : told("post", state === "planned" && board.state === "closed" ? "missed" : state, { time })}
              </span>
            </span>
            {state === "planned" && board.state === "published" && board.now < board.comesFrom && (
              <span class="lx-hint">{text("children-activities.board.comesFrom", { time: timeText(board.comesFrom) })}</span>
            )}
            {state === "planned" && isUnderWay && board.now >= board.comesFrom && (
              <Button
                look="soft"
                aria-label={`${text("children-activities.board.come")} ${name}`}
                onClick={() => void act(() => api("POST /posts/:postId/arrival", { params: { postId: id } }))}
              >
                {text("children-activities.board.come")}
              </Button>
            )}
            {state === "present" && isUnderWay && (
              <span class="lx-actions">
                <AdultLeaves post={post} act={act} />
                <Button
                  look="plain"
                  aria-label={`${text("children-activities.board.undoArrival")} ${name}`}
                  onClick={() => void act(() => api("POST /posts/:postId/arrival-undone", { params: { postId: id } }))}
                >
                  {text("children-activities.board.undoArrival")}
                </Button>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  </Card>
);
