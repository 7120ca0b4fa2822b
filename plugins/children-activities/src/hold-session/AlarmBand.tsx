import { Button, ButtonLink, timeText } from "@lianxin/web-kit";
import { api, tellRule, text } from "../api.js";
import { mayBeSetAside } from "../judge-safety/set-aside.js";
import type { Acting } from "./BoardPage.js";
import { OverrideForm } from "./OverrideForm.js";
import type { Board, Names } from "./use-board.js";

interface Props extends Acting {
  readonly board: Board;
  readonly names: Names | undefined;
}

const isConsent = (code: string): boolean => code === "noPartConsent" || code === "noDataConsent";

/** A child nobody agrees about is fetched: to the desk, where its guardian's number is and it is handed over. */
function Fetch({ board, childId, name }: { readonly board: Board; readonly childId: string | null; readonly name: string }) {
  const child = board.children.find((one) => one.childId === childId && one.state === "present");
  const words = text("children-activities.board.fetch");
  return board.state !== "open" || !child ? null : (
    <ButtonLink href={`/children-activities/sessions/${board.id}/desk?child=${child.attendanceId}`} look="soft" aria-label={`${words} ${name}`}>
      {words}
    </ButtonLink>
  );
}

/** What is wrong, across the whole width, read out at once; since when, and the nearest way out. Nothing when all is well. */
export function AlarmBand({ board, names, act }: Props) {
  if (board.violations.length === 0) return null;
  const isShort = board.violations.some(({ remedies }) => remedies.includes("askStandIn"));
  const late = board.state === "open" ? board.posts.filter(({ state }) => state === "planned").map(({ name }) => name) : [];
  const who = (about: string | null): string =>
    about === null ? "" : (names?.get(about)?.name ?? board.posts.find(({ adultId }) => adultId === about)?.name ?? "");
  return (
    <section class="board-alarm" role="alert">
      {board.violations.map(({ code, about, params }) => (
        <p key={`${code} ${about ?? ""}`}>
          <strong>{tellRule({ code, params })}</strong> {who(about)} {isConsent(code) && <Fetch board={board} childId={about} name={who(about)} />}
        </p>
      ))}
      {board.since && <p class="board-since">{text("children-activities.board.since", { time: timeText(board.since) })}</p>}
      {isShort && late.length > 0 && <p>{text("children-activities.board.late", { names: late.join("、") })}</p>}
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
      {(board.override || mayBeSetAside(board.violations.map(({ code }) => code))) && <OverrideForm board={board} act={act} />}
    </section>
  );
}
