import { useSignal } from "@preact/signals";
import { useRoute } from "preact-iso";
import { addressOf, Await, Button, ButtonLink, Card, dayText, EmptyState, ErrorNotice, Notice, PageHead, timeText } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";
import { isOff } from "../keep-safe/states.js";
import { AdultsCard } from "./AdultsCard.js";
import { AlarmBand } from "./AlarmBand.js";
import { ChildCard } from "./ChildCard.js";
import { CodesCard, type GivenCode } from "./CodesCard.js";
import { Figures } from "./Figures.js";
import { LapsedCard } from "./LapsedCard.js";
import { HeadCount } from "./HeadCount.js";
import { Uncollected } from "./Uncollected.js";
import { useBoard, type Board } from "./use-board.js";
import "./Board.css";

export interface Acting {
  /** Does it, says what was refused above the board, and looks again. */
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
}

function Verbs({ board, act }: Acting & { readonly board: Board }) {
  const params = { sessionId: board.id };
  if (board.state === "cancelled") return null;
  const incidents = <ButtonLink href={`/children-activities/sessions/${board.id}/incidents`}>{text("children-activities.incident.title")}</ButtonLink>;
  if (board.state === "lapsed") return incidents;
  return (
    <div class="lx-actions">
      {board.state === "published" && (
        <Button look="filled" onClick={() => void act(() => api("POST /sessions/:sessionId/open", { params }))}>
          {text("children-activities.board.open")}
        </Button>
      )}
      {board.state === "open" && <ButtonLink href={`/children-activities/sessions/${board.id}/desk`}>{text("children-activities.page.desk")}</ButtonLink>}
      <ButtonLink href={addressOf("children-activities", "/sessions/:sessionId/badges", params)} download>
        {text("children-activities.paper.badges")}
      </ButtonLink>
      <ButtonLink href={addressOf("children-activities", "/sessions/:sessionId/roll", params)} download>
        {text("children-activities.paper.roll")}
      </ButtonLink>
      <ButtonLink href={addressOf("children-activities", "/sessions/:sessionId/pick-up-sheet", params)} download>
        {text("children-activities.paper.pickUp")}
      </ButtonLink>
      {board.state !== "planned" && incidents}
      {board.state === "open" && board.present === 0 && (
        <Button onClick={() => void act(() => api("POST /sessions/:sessionId/close", { params }))}>{text("children-activities.board.close")}</Button>
      )}
    </div>
  );
}

/** How many were taken off the list, and for the director where they come back to it. */
function OffList({ board: { off, offByGuardian, isMine, homeId, state } }: { readonly board: Board }) {
  if (off === 0) return null;
  return (
    <p class="lx-hint">
      {text("children-activities.board.off.count", { count: off })}
      {offByGuardian > 0 && text("children-activities.board.off.guardian", { count: offByGuardian })}
      {isMine && (state === "published" || state === "open") && (
        <>
          {" "}
          <a href={`/children-activities/homes/${homeId}`}>{text("children-activities.board.off.again")}</a>
        </>
      )}
    </p>
  );
}

/** The live board of a session, to be read across a room: how many children and adults, whether it is enough, who is there. */
export default function BoardPage() {
  const { sessionId } = useRoute().params as { sessionId: string };
  const { board, names } = useBoard(sessionId);
  const refusal = useSignal<unknown>(undefined);
  const codes = useSignal<readonly GivenCode[]>([]);
  const act = async (work: () => Promise<unknown>) => {
    refusal.value = undefined;
    await work().catch((error: unknown) => (refusal.value = error));
    await board.reload();
  };
  return (
    <Await of={board} lines={8}>
      {(shown) => (
        <div class="lx-stack board">
          <PageHead
            title={shown.title}
            note={`${dayText(shown.heldOn)} ${timeText(shown.startsAt)}–${timeText(shown.endsAt)} · ${told("session", shown.state)}`}
          >
            <Verbs board={shown} act={act} />
          </PageHead>
          {refusal.value !== undefined && <ErrorNotice error={refusal.value} />}
          {!shown.mayTakeIn && (shown.state === "published" || shown.state === "open") && (
            <Notice kind="warning">{text("children-activities.board.notCleared")}</Notice>
          )}
          <AlarmBand board={shown} names={names.value} act={act} />
          <Uncollected board={shown} deskHref={`/children-activities/sessions/${sessionId}/desk`} />
          {shown.state === "lapsed" && <LapsedCard board={shown} names={names.value} />}
          {shown.state === "cancelled" && <EmptyState why={text("children-activities.board.off")} />}
          {!isOff(shown.state) && <Figures board={shown} act={act} />}
          {shown.state === "open" && <HeadCount board={shown} act={act} />}
          <CodesCard codes={codes} children={shown.children} />
          {!isOff(shown.state) && (
            <div class="lx-two">
              <Card
                title={text("children-activities.board.list")}
                aside={
                  names.value && names.value.size > 0 && <small class="lx-hint">{text("children-activities.board.logged", { count: names.value.size })}</small>
                }
              >
                <OffList board={shown} />
                {shown.children.length === 0 && <EmptyState why={text("children-activities.board.none")} />}
                <ul class="board-children">
                  {shown.children.map((child) => (
                    <ChildCard
                      key={child.attendanceId}
                      board={shown}
                      child={child}
                      name={names.value?.get(child.childId)}
                      act={act}
                      onCode={(code) => (codes.value = [code, ...codes.value.filter(({ attendanceId }) => attendanceId !== code.attendanceId)])}
                    />
                  ))}
                </ul>
              </Card>
              <AdultsCard board={shown} act={act} />
            </div>
          )}
        </div>
      )}
    </Await>
  );
}
