export interface Alarmed {
  readonly sessionId: string;
  readonly fromAt: string;
  /** null: it goes on. */
  readonly untilAt: string | null;
}

/**
 * How often sessions were in alarm and for how many minutes together. An alarm that is written anew at the moment the one before ended, because other rules are broken now, goes on: that is
 * one. O(alarms).
 */
export function countSpells(alarms: readonly Alarmed[], now: string): { count: number; minutes: number } {
  const ends = new Set(alarms.map(({ sessionId, untilAt }) => `${sessionId} ${untilAt ?? ""}`));
  const milliseconds = alarms.reduce((sum, { fromAt, untilAt }) => sum + Date.parse(untilAt ?? now) - Date.parse(fromAt), 0);
  return { count: alarms.filter(({ sessionId, fromAt }) => !ends.has(`${sessionId} ${fromAt}`)).length, minutes: Math.round(milliseconds / 60_000) };
}
