import { t } from "../browser.js";
import type { WeeklySpan } from "../directory.js";
import { sayHours } from "./hour-rows.js";

const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
/** "周三" of 3. */
export const dayWord = (day: number): string => t(`directory.weekday.${weekdays[day - 1] ?? "1"}`);

/** Weekly hours in a line each: "周一至周五 08:30–12:00、14:00–17:30". */
export const hourLines = (spans: readonly WeeklySpan[]): string[] =>
  sayHours(spans).map(({ firstDay, lastDay, times }) => {
    const days = firstDay === lastDay ? dayWord(firstDay) : t("directory.hours.days", { from: dayWord(firstDay), to: dayWord(lastDay) });
    return `${days} ${times.join(t("directory.hours.and"))}`;
  });

/** The same as a list. */
export const HoursList = ({ spans }: { readonly spans: readonly WeeklySpan[] }) => (
  <ul class="lx-list">
    {hourLines(spans).map((line) => (
      <li key={line} class="lx-num">
        {line}
      </li>
    ))}
  </ul>
);
