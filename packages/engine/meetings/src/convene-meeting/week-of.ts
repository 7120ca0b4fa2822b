import { browserPorts, dateOf } from "@lianxin/web-kit";

/** Today in the community's zone. */
export const today = (): string => dateOf(new Date(browserPorts.now()).toISOString());

/** A day of the calendar moved by whole days; the text form alone, no clock. */
export function moveDay(day: string, days: number): string {
  const moved = new Date(`${day}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** Days of a table, at most seven, around a day: from the first shown not before it minus six. */
export function sevenAround(days: readonly string[], around: string | undefined): string[] {
  const at = around ? Math.max(0, days.indexOf(around)) : 0;
  const from = Math.max(0, Math.min(at - 3, days.length - 7));
  return days.slice(from, from + 7);
}
