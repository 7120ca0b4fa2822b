import { useSignal } from "@preact/signals";
import { Button, timeText } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
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

/** All steps are done: who took the child. */
const TakenBy = ({ child, act }: Pick<Props, "child" | "act">) => (
  <div class="lx-actions">
    {(["police", "civil_affairs"] as const).map((office) => (
      <Button
        key={office}
        onClick={() => void act(() => api("POST /attendances/:attendanceId/office", { params: { attendanceId: child.attendanceId }, body: { office } }))}
      >
        {told("ladder", `took_${office}`)}
      </Button>
    ))}
  </div>
);

/** After the end: the next step for a child nobody collected, one at a time, each at its time; before it only with a reason. */
export function LadderVerbs({ child, adults, now, act }: Props) {
  const hurry = useSignal<string>(hurries[0]);
  const { next } = child;
  if (!next) return <TakenBy child={child} act={act} />;
  const step = next.step as Rung;
  const others = adults.filter(({ isSelf }, i) => !isSelf && adults.findIndex(({ personId }) => personId === adults[i]!.personId) === i);
  const isAlone = new Set(adults.map(({ personId }) => personId)).size < 2;
  const climb = (more: { readonly step?: "oneStays"; readonly secondId?: string; readonly hurry?: (typeof hurries)[number] } = {}) =>
    act(async () => {
      const { adults: untold } = await api("POST /attendances/:attendanceId/steps", { params: { attendanceId: child.attendanceId }, body: { step, ...more } });
      if (untold.length > 0) toast(text("children-activities.told.adults", { names: untold.join("、") }));
    });
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
