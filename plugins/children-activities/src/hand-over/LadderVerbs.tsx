import { Button } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";
import type { Acting } from "../hold-session/BoardPage.js";
import type { Board, BoardChild } from "../hold-session/use-board.js";

const rungs = ["call1", "call2", "call3", "twoStay", "secretary", "police"] as const;

/** After the end: the next step for a child nobody collected, one at a time. */
export function LadderVerbs({ child, adults, act }: Acting & { readonly child: BoardChild; readonly adults: Board["posts"] }) {
  const done = child.steps.map(({ step }) => step);
  const next = rungs.find((rung) => !done.includes(rung));
  if (!next) return null;
  const climb = (secondId?: string) =>
    act(() =>
      api("POST /attendances/:attendanceId/steps", { params: { attendanceId: child.attendanceId }, body: { step: next, ...(secondId && { secondId }) } }),
    );
  return (
    <div class="lx-actions">
      <strong>{text("children-activities.desk.uncollected")}</strong>
      {next === "twoStay" ? (
        adults.map(({ personId, name }) => (
          <Button key={personId} onClick={() => void climb(personId)}>
            {text("children-activities.desk.stayWith", { name })}
          </Button>
        ))
      ) : (
        <Button onClick={() => void climb()}>{told("ladder", next)}</Button>
      )}
    </div>
  );
}
