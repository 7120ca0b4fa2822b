import { dayText, t } from "@lianxin/web-kit";
import "../keep-record/Record.css";

interface PublishedDaysProps {
  readonly days: readonly { readonly dayId: string; readonly heldOn: string; readonly state: string; readonly title?: string }[];
}

/** Each volunteer day with the way to it, and whether it is off. */
export const PublishedDays = ({ days }: PublishedDaysProps) => (
  <ul class="record-entries">
    {days.map(({ dayId, heldOn, state, title }) => (
      <li key={dayId}>
        <a href={`/volunteer-days/days/${dayId}`}>{[title, dayText(heldOn)].filter(Boolean).join(" ")}</a>{" "}
        {state !== "open" && <span class="lx-hint">{t(`volunteer-days.rota.${state === "cancelled" ? "off" : "undecided"}`)}</span>}
      </li>
    ))}
  </ul>
);
