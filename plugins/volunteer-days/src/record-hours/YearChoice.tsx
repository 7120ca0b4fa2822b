import { useState } from "preact/hooks";
import { browserPorts, Button, dateOf } from "@lianxin/web-kit";
import { text } from "../api.js";

/** The year whose hours are looked at; in January that is still the last one, whose hours are being written down and posted. */
export function useYear() {
  const [[thisYear, start]] = useState(() => {
    const [year, month] = dateOf(new Date(browserPorts.now()).toISOString()).split("-").map(Number) as [number, number];
    return [year, month === 1 ? year - 1 : year] as const;
  });
  const [year, choose] = useState(start);
  return { year, thisYear, choose, from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The way to the year before, and back. */
export const YearChoice = ({ year, thisYear, choose }: Pick<ReturnType<typeof useYear>, "year" | "thisYear" | "choose">) => (
  <div class="lx-actions">
    <strong class="lx-num">{text("volunteer-days.year.shown", { year })}</strong>
    <Button look="plain" onClick={() => choose(year - 1)}>
      {text("volunteer-days.year.see", { year: year - 1 })}
    </Button>
    {year < thisYear && (
      <Button look="plain" onClick={() => choose(year + 1)}>
        {text("volunteer-days.year.see", { year: year + 1 })}
      </Button>
    )}
  </div>
);
