import { Button, ButtonLink, timeText } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";
import { goneStates } from "../keep-safe/states.js";
import type { Acting } from "./BoardPage.js";
import { CancelEnrolment } from "./CancelEnrolment.js";
import type { GivenCode } from "./CodesCard.js";
import type { Board, BoardChild, Names } from "./use-board.js";

interface Props extends Acting {
  readonly board: Board;
  readonly child: BoardChild;
  readonly name: Names extends Map<string, infer N> ? N | undefined : never;
  readonly onCode: (code: GivenCode) => void;
}

/** One child at a session: its name and reminders, where it is, and the one verb that comes next. */
export function ChildCard({ board, child, name, act, onCode }: Props) {
  const params = { attendanceId: child.attendanceId };
  const shown = name?.name ?? "…";
  const arrive = () =>
    act(async () => {
      const { code } = await api("POST /attendances/:attendanceId/arrival", { params });
      onCode({ ...params, name: shown, code });
    });
  const bringBack = () =>
    act(async () => {
      const { code } = await api("POST /attendances/:attendanceId/departure-undone", { params });
      onCode({ ...params, name: shown, code });
    });
  const verb = (word: string, work: () => Promise<unknown>, look: "soft" | "plain" = "soft") => (
    <Button look={look} aria-label={`${word} ${shown}`} onClick={() => void act(work)}>
      {word}
    </Button>
  );
  return (
    <li class="board-child" data-state={child.state}>
      <strong>{shown}</strong>
      <span class="board-badges">
        {name && !name.mayBePhotographed && <span class="board-badge">{text("children-activities.board.noPhoto")}</span>}
        {name?.health && <span class="board-badge">{name.health}</span>}
      </span>
      <span class="lx-hint">
        {told("child.state", child.state === "enrolled" && board.state === "closed" ? "absent" : child.state)}
        {child.absenceCalledAt && ` ${text("children-activities.board.calledAt", { time: timeText(child.absenceCalledAt) })}`}
      </span>
      {board.state === "open" && child.state === "present" && (
        <ButtonLink
          href={`/children-activities/sessions/${board.id}/desk?child=${child.attendanceId}`}
          look="soft"
          aria-label={`${text("children-activities.board.collect")} ${shown}`}
        >
          {text("children-activities.board.collect")}
        </ButtonLink>
      )}
      {board.state === "open" &&
        child.state === "present" &&
        verb(text("children-activities.board.undoArrival"), () => api("POST /attendances/:attendanceId/arrival-undone", { params }), "plain")}
      {board.isMine && board.state === "published" && child.state === "enrolled" && (
        <CancelEnrolment name={shown} attendanceId={child.attendanceId} act={act} />
      )}
      {board.state === "open" && goneStates.includes(child.state) && (
        <Button look="plain" aria-label={`${text("children-activities.board.undoDeparture")} ${shown}`} onClick={() => void bringBack()}>
          {text("children-activities.board.undoDeparture")}
        </Button>
      )}
      {board.state === "open" && (child.state === "enrolled" || child.state === "absent") && (
        <span class="lx-actions">
          <Button look="soft" aria-label={`${text("children-activities.board.arrive")} ${shown}`} onClick={() => void arrive()}>
            {text("children-activities.board.arrive")}
          </Button>
          {child.state === "enrolled" && verb(text("children-activities.board.absent"), () => api("POST /attendances/:attendanceId/absence", { params }))}
        </span>
      )}
      {child.state === "present" &&
        child.wearsPhotoBadge &&
        name &&
        !name.mayBePhotographed &&
        verb(text("children-activities.remedy.changeBadge"), () => api("POST /attendances/:attendanceId/badge", { params }))}
    </li>
  );
}
