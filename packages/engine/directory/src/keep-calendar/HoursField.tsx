import { Button } from "@lianxin/web-kit";
import { GroupFrame, useField } from "@lianxin/web-kit/forms";
import { Plus } from "@lianxin/web-kit/icons";
import { t } from "../browser.js";
import type { HourRow } from "./hour-rows.js";
import { dayWord } from "./HoursList.js";
import "./hours.css";

const week = [1, 2, 3, 4, 5, 6, 7] as const;
const usual: HourRow = { weekdays: [1, 2, 3, 4, 5], fromTime: "08:30", toTime: "17:30" };

interface RowProps {
  readonly row: HourRow;
  readonly number: number;
  readonly onChange: (row: HourRow) => void;
  readonly onRemove: () => void;
}

function Row({ row, number, onChange, onRemove }: RowProps) {
  const flip = (day: number) => ({ ...row, weekdays: week.filter((one) => row.weekdays.includes(one) !== (one === day)) });
  return (
    <li role="group" aria-label={t("directory.hours.line", { number })}>
      <div class="lx-chips">
        {week.map((day) => (
          <button key={day} type="button" class="lx-chip" aria-pressed={row.weekdays.includes(day)} onClick={() => onChange(flip(day))}>
            {dayWord(day)}
          </button>
        ))}
      </div>
      <div class="hours-times">
        {(["fromTime", "toTime"] as const).map((end) => (
          <input
            key={end}
            class="lx-input"
            type="time"
            aria-label={t(`directory.hours.${end}`)}
            value={row[end]}
            onInput={(event) => onChange({ ...row, [end]: event.currentTarget.value })}
          />
        ))}
        <Button look="plain" aria-label={t("directory.hours.removeLine", { number })} onClick={onRemove}>
          {t("directory.hours.remove")}
        </Button>
      </div>
    </li>
  );
}

/** Weekly hours as lines of weekdays and a time; the value is a list of `HourRow`. */
export function HoursField({ name, label, hint }: { readonly name: string; readonly label: string; readonly hint?: string }) {
  const { id, value: rows, problem, set } = useField<readonly HourRow[]>(name);
  const replace = (index: number, row: HourRow) => set(rows.map((one, at) => (at === index ? row : one)));
  return (
    <GroupFrame id={id} words={{ name, label, ...(hint ? { hint } : {}) }} problem={problem}>
      <ul class="hours-rows">
        {rows.map((row, index) => (
          <Row key={index} row={row} number={index + 1} onChange={(next) => replace(index, next)} onRemove={() => set(rows.filter((_, at) => at !== index))} />
        ))}
      </ul>
      <div>
        <Button id={id} icon={Plus} onClick={() => set([...rows, usual])}>
          {t("directory.hours.addLine")}
        </Button>
      </div>
    </GroupFrame>
  );
}

/** What is wrong with the lines before they are sent: no day, no time, or an end before its beginning. */
export function checkRows(rows: readonly HourRow[]): string | undefined {
  const number = rows.findIndex(({ weekdays, fromTime, toTime }) => weekdays.length === 0 || !fromTime || !toTime || toTime <= fromTime) + 1;
  return number > 0 ? t("directory.hours.wrong", { number }) : undefined;
}
