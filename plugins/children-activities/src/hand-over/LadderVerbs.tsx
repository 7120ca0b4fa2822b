import { useSignal } from "@preact/signals";
import { Button, timeText } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import type { Acting } from "../hold-session/BoardPage.js";
import type { Board, BoardChild } from "../hold-session/use-board.js";

type Rung = "call1" | "call2" | "call3" | "twoStay" | "secretary" | "police";
const hurries = ["unreachable", "unwell", "weather", "other"] as const;
interface Props extends Acting {
  readonly child: BoardChild;
  readonly adults: Board["posts"];
  readonly now: string;
}

/** After the end: the next step for a child nobody collected, one at a time, each at its time; before it only with a reason. */
export function LadderVerbs({ child, adults, now, act }: Props) {
  const hurry = useSignal<string>(hurries[0]);
  const { next } = child;
  if (!next) return null;
  const step = next.step as Rung;
  const others = adults.filter(({ isSelf }, i) => !isSelf && adults.findIndex(({ personId }) => personId === adults[i]!.personId) === i);
  const isAlone = new Set(adults.map(({ personId }) => personId)).size < 2;
  const climb = (more: { readonly step?: "oneStays"; readonly secondId?: string; readonly hurry?: (typeof hurries)[number] } = {}) =>
    act(() => api("POST /attendances/:attendanceId/steps", { params: { attendanceId: child.attendanceId }, body: { step, ...more } }));
  return (
    <div class="lx-stack">
      <div class="lx-actions">
        <strong>{text("children-activities.desk.uncollected")}</strong>
        {next.dueAt > now ? (
          <span>{text("children-activities.desk.due", { step: told("ladder", step), time: timeText(next.dueAt) })}</span>
        ) : step === "twoStay" && isAlone ? (
          <Button onClick={() => void climb({ step: "oneStays" })}>{told("ladder", "oneStays")}</Button>
        ) : step === "twoStay" ? (
          others.map(({ personId, name }) => (
            <Button key={personId} onClick={() => void climb({ secondId: personId })}>
              {text("children-activities.desk.stayWith", { name })}
            </Button>
          ))
        ) : (
          <Button onClick={() => void climb()}>{told("ladder", step)}</Button>
        )}
      </div>
      {next.dueAt > now && (
        <Fold title={text("children-activities.desk.hurry")}>
          <div class="board-line">
            <label for="hurry">{text("children-activities.desk.hurry.why")}</label>
            <select id="hurry" class="lx-input" value={hurry.value} onChange={(event) => (hurry.value = event.currentTarget.value)}>
              {hurries.map((why) => (
                <option key={why} value={why}>
                  {told("hurry", why)}
                </option>
              ))}
            </select>
            <Button onClick={() => void climb({ hurry: hurry.value as "other" })}>{told("ladder", step)}</Button>
          </div>
        </Fold>
      )}
    </div>
  );
}
