import { dateOf, dayText, t, timeText } from "@lianxin/web-kit";
import { text, type SlotsAnswer } from "../api.js";
import { sevenAround } from "./week-of.js";

type Cell = SlotsAnswer["hours"][number];
interface HoursTableProps {
  readonly hours: readonly Cell[];
  readonly need: number;
  /** The slot chosen, an instant. */
  readonly chosen: string | undefined;
  readonly onChoose: (day: string, time: string) => void;
}

/** 周四, Thu. */
const weekdayText = (day: string): string => /（(.+)）/.exec(dayText(day))?.[1] ?? dayText(day).split(" ")[0]!;
/** "11/29" of the first day and of the first one of a month, "30" of those after it: seven of them fit a phone. */
const shortDay = (day: string, before: string | undefined): string =>
  before?.slice(0, 7) === day.slice(0, 7) ? `${Number(day.slice(8))}` : `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
const isChosen = ({ day, time }: Cell, chosen: string | undefined): boolean => chosen !== undefined && dateOf(chosen) === day && timeText(chosen) === time;

function HourButton({ cell, need, chosen, onChoose }: { readonly cell: Cell } & Pick<HoursTableProps, "need" | "chosen" | "onChoose">) {
  const { day, time, count, state } = cell;
  const label = text("meetings.hours.cell", { day: dayText(day), time, count, need, state: t(`meetings.hours.${state}`) });
  if (state === "past" || state === "late")
    return (
      <span class="convene-hour" data-state={state} role="img" aria-label={label}>
        –
      </span>
    );
  return (
    <button type="button" class="convene-hour" data-state={state} aria-pressed={isChosen(cell, chosen)} aria-label={label} onClick={() => onChoose(day, time)}>
      {count}
    </button>
  );
}

/** How many can come by hour and day: a real table whose cells choose a time. */
export function HoursTable({ hours, need, chosen, onChoose }: HoursTableProps) {
  const days = sevenAround([...new Set(hours.map(({ day }) => day))], chosen && dateOf(chosen));
  const times = [...new Set(hours.map(({ time }) => time))];
  const cellAt = (day: string, time: string) => hours.find((cell) => cell.day === day && cell.time === time)!;
  return (
    <>
      <table class="convene-hours">
        <thead>
          <tr>
            <th scope="col">
              <span class="lx-sr">{text("meetings.hours.time")}</span>
            </th>
            {days.map((day, at) => (
              <th key={day} scope="col">
                <span>{weekdayText(day)}</span>
                <span>{shortDay(day, days[at - 1])}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {times.map((time) => (
            <tr key={time}>
              <th scope="row">{time}</th>
              {days.map((day) => (
                <td key={day}>
                  <HourButton cell={cellAt(day, time)} need={need} chosen={chosen} onChoose={onChoose} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="convene-legend">
        {(["open", "few", "other", "late"] as const).map((state) => (
          <li key={state}>
            <span class="convene-hour" data-state={state} aria-hidden="true" />
            {text(`meetings.hours.${state}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
