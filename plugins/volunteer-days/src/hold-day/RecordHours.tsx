import { useState } from "preact/hooks";
import { Button } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { ActButton } from "../show-refusal/ActButton.js";
import type { Sheet } from "./DayPage.js";

interface Props {
  readonly sheet: Pick<Sheet, "id" | "teams">;
  readonly onDone: () => Promise<unknown>;
}

/** Writes the hours down once it was said for whom: those never ticked off are named, and left out or given the whole time as is decided here. */
export function RecordHours({ sheet, onDone }: Props) {
  const [isAsking, ask] = useState(false);
  const missing = sheet.teams.flatMap(({ people }) => people).filter(({ state, isAbsent, minutes }) => state === "confirmed" && !isAbsent && minutes === null);
  const unticked = missing.filter(({ arrivedAt, leftAt }) => !arrivedAt && !leftAt);
  const count = unticked.length;
  const record = async (body: { unticked?: number }) => {
    const { people, minutes, elsewhere } = await api("POST /days/:dayId/hours", { params: { dayId: sheet.id }, body }).catch(async (refusal: unknown) => {
      // Whoever was ticked or added meanwhile is shown before it is asked again.
      await onDone();
      throw refusal;
    });
    ask(false);
    await onDone();
    const twice = elsewhere > 0 ? text("volunteer-days.day.recorded.elsewhere", { count: elsewhere }) : "";
    toast(`${text("volunteer-days.day.recorded", { people, minutes })}${twice}`);
  };
  const ticked = text("volunteer-days.day.record.ticked");
  return (
    <>
      <Button onClick={() => ask(true)}>{text("volunteer-days.day.record")}</Button>
      <Dialog isOpen={isAsking} onClose={() => ask(false)} title={text("volunteer-days.day.record")}>
        {missing.length === 0 ? (
          <p>{text("volunteer-days.day.record.none")}</p>
        ) : (
          <>
            <p>{text("volunteer-days.day.record.count", { ticked: missing.length - count })}</p>
            {count > 0 && <p>{text("volunteer-days.day.record.unticked", { count, names: unticked.map(({ name }) => name).join("、") })}</p>}
            <div class="lx-actions lx-end">
              {count > 0 && count < missing.length && <ActButton onAct={() => record({})}>{ticked}</ActButton>}
              <ActButton look="filled" onAct={() => record({ unticked: count })}>
                {count > 0 ? text("volunteer-days.day.record.all", { count }) : text("volunteer-days.day.record")}
              </ActButton>
            </div>
          </>
        )}
      </Dialog>
    </>
  );
}
