import { Button, timeText } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import type { Acting } from "./BoardPage.js";
import type { Board, Names } from "./use-board.js";

interface Props extends Acting {
  readonly board: Board;
  readonly names: Names | undefined;
}

function Override({ board, act }: Acting & { readonly board: Board }) {
  const { override } = board;
  if (override?.isConfirmed) return <p>{text("children-activities.override.until", { time: timeText(override.untilAt) })}</p>;
  if (override)
    return (
      <div class="lx-actions">
        <span class="board-since">{text("children-activities.override.waits", { time: timeText(override.untilAt) })}</span>
        <Button onClick={() => void act(() => api("POST /overrides/:overrideId/confirmation", { params: { overrideId: override.id } }))}>
          {text("children-activities.override.confirm")}
        </Button>
      </div>
    );
  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget as HTMLFormElement).get("reason") ?? "").trim();
    if (reason) void act(() => api("POST /sessions/:sessionId/overrides", { params: { sessionId: board.id }, body: { reason } }));
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

/** What is wrong, across the whole width, read out at once; since when, and the nearest way out. Nothing when all is well. */
export function AlarmBand({ board, names, act }: Props) {
  if (board.violations.length === 0) return null;
  const isShort = board.violations.some(({ remedies }) => remedies.includes("askStandIn"));
  const who = (about: string | null): string =>
    about === null ? "" : (names?.get(about)?.name ?? board.posts.find(({ adultId }) => adultId === about)?.name ?? "");
  return (
    <section class="board-alarm" role="alert">
      {board.violations.map(({ code, about, params }) => (
        <p key={`${code} ${about ?? ""}`}>
          <strong>{told("rule", code, params)}</strong> {who(about)}
        </p>
      ))}
      {board.since && <p class="board-since">{text("children-activities.board.since", { time: timeText(board.since) })}</p>}
      {isShort && (
        <div class="lx-actions">
          {board.standIns.slice(0, 4).map(({ adultId, name }) => (
            <Button
              key={adultId}
              onClick={() => void act(() => api("POST /sessions/:sessionId/stand-ins", { params: { sessionId: board.id }, body: { adultId } }))}
            >
              {text("children-activities.board.standIn", { name })}
            </Button>
          ))}
          {board.standIns.length === 0 && <p>{text("children-activities.board.nobody")}</p>}
        </div>
      )}
      <Override board={board} act={act} />
    </section>
  );
}
