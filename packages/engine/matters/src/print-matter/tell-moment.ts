import { Temporal } from "temporal-polyfill";

/** An instant as it is printed in a zone: "10月13日 08:30". */
export function tellMoment(instant: string, zone: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return `${at.month}月${at.day}日 ${at.toPlainTime().toString({ smallestUnit: "minute" })}`;
}

/** The time between two instants in whole minutes, rounded down: "11 小时 49 分", "3 天 2 小时". */
export function tellMinutes(from: string, to: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  return hours > 0 ? `${hours} 小时 ${minutes % 60} 分` : `${minutes} 分`;
}
