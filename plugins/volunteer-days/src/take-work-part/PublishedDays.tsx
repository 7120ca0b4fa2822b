import { dayText } from "@lianxin/web-kit";
import { text } from "../api.js";
import "../keep-record/Record.css";

interface PublishedDaysProps {
  readonly days: readonly { readonly dayId: string; readonly heldOn: string; readonly state: string; readonly isOver: boolean; readonly title?: string }[];
}

function standOf({ state, isOver }: PublishedDaysProps["days"][number]): string | undefined {
  if (state === "cancelled") return text("volunteer-days.rota.off");
  if (isOver) return text("volunteer-days.part.over");
  return state === "open" ? undefined : text("volunteer-days.rota.undecided");
}

/** Each volunteer day with the way to it, and whether it is off or over. */
export const PublishedDays = ({ days }: PublishedDaysProps) => (
  <ul class="record-entries">
    {days.map((day) => (
      <li key={day.dayId}>
        <a href={`/volunteer-days/days/${day.dayId}`}>{[day.title, dayText(day.heldOn)].filter(Boolean).join(" ")}</a>{" "}
        {standOf(day) && <span class="lx-hint">{standOf(day)}</span>}
      </li>
    ))}
  </ul>
);
