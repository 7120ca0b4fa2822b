import { Card, EmptyState, whenText } from "@lianxin/web-kit";
import { t } from "../browser.js";
import type { Person } from "../find-person/PersonPage.js";
import { busyKinds } from "../words.js";

const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
const wordOf = (kind: string): string => t(`directory.busy.${busyKinds.find((one) => one === kind) ?? "away"}`);

/** When a person can usually come, and when not; why is never said. */
export const CalendarCard = ({ person: { weekly, busy } }: { readonly person: Person }) => (
  <Card title={t("directory.page.hours")}>
    {weekly.length === 0 && busy.length === 0 && <EmptyState why={t("directory.page.noHours")} />}
    <ul>
      {weekly.map(({ weekday, fromTime, toTime }) => (
        <li key={`${weekday} ${fromTime}`}>
          {t(`directory.weekday.${weekdays[weekday - 1] ?? "1"}`)} <span class="lx-num">{`${fromTime}–${toTime}`}</span>
        </li>
      ))}
      {busy.map(({ id, startsAt, endsAt, kind }) => (
        <li key={id}>
          {wordOf(kind)} {whenText(startsAt, endsAt)}
        </li>
      ))}
    </ul>
  </Card>
);
