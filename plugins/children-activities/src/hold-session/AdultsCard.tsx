import { Button, Card, dateOf, EmptyState, timeText, whenText } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";
import { AdultLeaves } from "./AdultLeaves.js";
import type { Acting } from "./BoardPage.js";
import type { Board } from "./use-board.js";

interface Line extends Acting {
  readonly board: Board;
  readonly post: Board["posts"][number];
}

/** Did this adult leave, without another duty here since? */
const isGone = ({ posts }: Board, { id, personId, state }: Board["posts"][number]): boolean =>
  state === "left" && posts.filter((one) => one.personId === personId).at(-1)?.id === id;

/** The verb that comes next for an adult while the session is under way, and what takes a slip back; whoever left and is back has a duty of their own from then. */
function Verbs({ board, post, act }: Line) {
  const { id, adultId, name, state } = post;
  const press = (word: string, work: () => Promise<unknown>, look: "soft" | "plain" = "soft") => (
    <Button look={look} aria-label={`${word} ${name}`} onClick={() => void act(work)}>
      {word}
    </Button>
  );
  const [params, sessionId] = [{ postId: id }, board.id];
  if (state === "planned") return press(text("children-activities.board.come"), () => api("POST /posts/:postId/arrival", { params }));
  if (state === "present")
    return (
      <span class="lx-actions">
        <AdultLeaves board={board} post={post} act={act} />
        {press(text("children-activities.board.undoArrival"), () => api("POST /posts/:postId/arrival-undone", { params }), "plain")}
      </span>
    );
  if (!isGone(board, post)) return null;
  return (
    <span class="lx-actions">
      {press(text("children-activities.board.back"), () => api("POST /sessions/:sessionId/stand-ins", { params: { sessionId }, body: { adultId } }))}
      {press(text("children-activities.board.undoLeaving"), () => api("POST /posts/:postId/leaving-undone", { params }), "plain")}
    </span>
  );
}

/** The adults of a session: who is there, who is expected, who was there from when until when. */
export const AdultsCard = ({ board, act }: Acting & { readonly board: Board }) => (
  <Card title={text("children-activities.board.adultsList")}>
    {board.posts.length === 0 && <EmptyState why={text("children-activities.board.noAdults")} />}
    <ul class="board-adults">
      {board.posts.map((post) => {
        const { id, name, state, arrivedAt, leftAt, leftReason } = post;
        const hour = (at: string) => (dateOf(at) === board.heldOn ? timeText(at) : whenText(at));
        const time = leftAt && arrivedAt ? `${hour(arrivedAt)}–${hour(leftAt)}` : hour(leftAt ?? arrivedAt ?? board.startsAt);
        const isEarly = state === "planned" && board.now < board.comesFrom;
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
            {isEarly && board.state === "published" && (
              <span class="lx-hint">{text("children-activities.board.comesFrom", { time: timeText(board.comesFrom) })}</span>
            )}
            {!isEarly && (board.state === "published" || board.state === "open") && <Verbs board={board} post={post} act={act} />}
          </li>
        );
      })}
    </ul>
  </Card>
);
