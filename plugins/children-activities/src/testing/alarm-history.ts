import type { Stage } from "./stage.js";

interface AlarmRow {
  readonly sessionId: string;
  readonly fromAt: string;
  readonly untilAt: string | null;
  readonly codes: readonly string[];
}
/** What the brute force found broken in an open session at an instant. */
export interface Observed {
  readonly at: string;
  readonly codes: readonly string[];
}

export const alarmRows = async ({ app }: Stage, sessionId: string): Promise<AlarmRow[]> =>
  ((await app.db.selectFrom("children_activities_alarm").selectAll().execute()) as AlarmRow[])
    .filter((row) => row.sessionId === sessionId)
    .sort((a, b) => (a.fromAt < b.fromAt ? -1 : 1));

/** What the alarm rows say was broken at an instant. */
const brokenAt = (rows: readonly AlarmRow[], at: string): readonly string[] =>
  rows.filter(({ fromAt, untilAt }) => fromAt <= at && (untilAt === null || at < untilAt)).flatMap(({ codes }) => codes);

/** Where the kept alarms tell another story than what was observed, or one that cannot be: two at once, one that ends before it begins, the same twice in a row. */
export function oddAlarms(rows: readonly AlarmRow[], observed: readonly Observed[]): string[] {
  const wrong = observed.filter(({ at, codes }) => JSON.stringify(brokenAt(rows, at)) !== JSON.stringify(codes));
  const odd = rows.filter(({ fromAt, untilAt, codes }, i) => {
    const next = rows[i + 1];
    const overlaps = next !== undefined && (untilAt === null || untilAt > next.fromAt);
    const repeats = next !== undefined && untilAt === next.fromAt && JSON.stringify(codes) === JSON.stringify(next.codes);
    return codes.length === 0 || (untilAt !== null && untilAt < fromAt) || overlaps || repeats;
  });
  return [
    ...wrong.map(({ at, codes }) => `${at}: ${codes.join(" ")} was broken, kept is ${brokenAt(rows, at).join(" ")}`),
    ...odd.map(({ fromAt, untilAt, codes }) => `from ${fromAt} to ${untilAt}: ${codes.join(" ")}`),
  ];
}
