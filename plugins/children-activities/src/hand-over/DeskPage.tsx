import { useSignal } from "@preact/signals";
import { useRoute } from "preact-iso";
import { Await, Button, ButtonLink, Card, ErrorNotice, PageHead } from "@lianxin/web-kit";
import { text, told } from "../api.js";
import { Uncollected } from "../hold-session/Uncollected.js";
import { useBoard } from "../hold-session/use-board.js";
import { NobodyHere, whyNobody } from "./NobodyHere.js";
import { PickUp } from "./PickUp.js";
import "../hold-session/Board.css";

/** The desk at the door: who is still here, and for one child at a time who collects it. */
export default function DeskPage() {
  const { params, query } = useRoute();
  const sessionId = params.sessionId!;
  const { board, names } = useBoard(sessionId);
  const chosen = useSignal<string | undefined>(query.child);
  const refusal = useSignal<unknown>(undefined);
  const act = async (work: () => Promise<unknown>) => {
    refusal.value = undefined;
    await work().catch((error: unknown) => (refusal.value = error));
    await board.reload();
  };
  return (
    <Await of={board} lines={6}>
      {(shown) => {
        const here = shown.children.filter(({ state }) => state === "present");
        const child = here.find(({ attendanceId }) => attendanceId === chosen.value);
        const nameOf = (childId: string): string => names.value?.get(childId)?.name ?? "…";
        return (
          <div class="lx-stack">
            <PageHead
              title={text("children-activities.page.desk")}
              note={whyNobody(shown) === "unopened" ? told("session", shown.state) : text("children-activities.desk.left", { count: here.length })}
            >
              <ButtonLink href={`/children-activities/sessions/${sessionId}`}>{text("children-activities.page.board")}</ButtonLink>
            </PageHead>
            {refusal.value !== undefined && <ErrorNotice error={refusal.value} />}
            <Uncollected board={shown} />
            {child ? (
              <PickUp
                key={child.attendanceId}
                child={child}
                name={nameOf(child.childId)}
                mayGoAlone={names.value?.get(child.childId)?.mayGoAlone ?? false}
                isOver={shown.now >= shown.endsAt}
                now={shown.now}
                adults={shown.posts.filter(({ state }) => state === "present")}
                act={act}
                onBack={() => (chosen.value = undefined)}
              />
            ) : (
              <Card title={text("children-activities.desk.who")}>
                {here.length === 0 ? (
                  <NobodyHere board={shown} />
                ) : (
                  <ul class="board-children">
                    {here.map(({ attendanceId, childId, next }) => (
                      <li key={attendanceId}>
                        <Button isWide onClick={() => (chosen.value = attendanceId)}>
                          {nameOf(childId)}
                        </Button>
                        {next && <p class="lx-hint">{text("children-activities.desk.next", { step: told("ladder", next.step) })}</p>}
                      </li>
                    ))}
                  </ul>
                )}
              </Card>
            )}
          </div>
        );
      }}
    </Await>
  );
}
