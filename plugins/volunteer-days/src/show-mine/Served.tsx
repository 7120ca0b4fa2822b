import { dayText } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { Mine } from "./MinePage.js";

const minutesText = (minutes: number): string => text("volunteer-days.proof.hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });

/** When and where their hours were, newest first, so that a mistake is seen by the one who knows. */
export const Served = ({ served }: Pick<Mine, "served">) =>
  served.length === 0 ? null : (
    <ul class="mine-served" aria-label={text("volunteer-days.mine.served")}>
      {served.map(({ heldOn, siteName, minutes }) => (
        <li key={`${heldOn} ${siteName}`}>
          {dayText(heldOn)} {siteName} {minutesText(minutes)}
        </li>
      ))}
    </ul>
  );

/** What became of a day that is over: the minutes that stand, that they are not written down yet, or that nobody came. */
export function outcomeOf({ hereMinutes, isAbsent }: Pick<Mine, "hereMinutes" | "isAbsent">): string {
  if (hereMinutes !== null) return minutesText(hereMinutes);
  return text(isAbsent ? "volunteer-days.day.absent" : "volunteer-days.mine.notRecorded");
}
