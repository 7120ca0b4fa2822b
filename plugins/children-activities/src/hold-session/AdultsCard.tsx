import { Button, Card, EmptyState, timeText } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";
import { AdultLeaves } from "./AdultLeaves.js";
import type { Acting } from "./BoardPage.js";
import type { Board } from "./use-board.js";

/** The adults of a session: who is there, who is expected, who left when; one verb each. */
export const AdultsCard = ({ board, act }: Acting & { readonly board: Board }) => (
  <Card title={text("children-activities.board.adultsList")}>
    {board.posts.length === 0 && <EmptyState why={text("children-activities.board.noAdults")} />}
    <ul class="board-adults">
      {board.posts.map((post) => {
        const { id, name, state, arrivedAt, leftAt, leftReason } = post;
        const time = timeText(leftAt ?? arrivedAt ?? board.startsAt);
        return (
          <li key={id}>
            <span>
              <strong>{name}</strong>{" "}
              <span class="lx-hint">{leftReason ? text("children-activities.board.left", { time, reason: leftReason }) : told("post", state, { time })}</span>
            </span>
            {state === "planned" && (board.state === "published" || board.state === "open") && (
              <Button
                look="soft"
                aria-label={`${text("children-activities.board.come")} ${name}`}
                onClick={() => void act(() => api("POST /posts/:postId/arrival", { params: { postId: id } }))}
              >
                {text("children-activities.board.come")}
              </Button>
            )}
            {state === "present" && <AdultLeaves post={post} act={act} />}
          </li>
        );
      })}
    </ul>
  </Card>
);
