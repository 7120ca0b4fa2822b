import type { VolunteerDaysContext } from "../plugin.js";

/** A code is good for a minute; who stands there reads the one that is shown now. */
export const windowMinutes = 1;
/** Sign-in opens so many minutes before the start. */
export const opensMinutes = 60;

const windowOf = (instant: string): number => Math.floor(Date.parse(instant) / (windowMinutes * 60_000));

/** Six digits from the house's key, the day and the minute: nobody works them out, and yesterday's are worth nothing. */
export function codeAt({ blind }: Pick<VolunteerDaysContext, "blind">, dayId: string, window: number): string {
  const digest = Buffer.from(blind(`volunteer-days.check-in ${dayId} ${window}`), "base64url");
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, "0");
}

export const codeNow = (ctx: Pick<VolunteerDaysContext, "blind" | "clock">, dayId: string): string => codeAt(ctx, dayId, windowOf(ctx.clock.now()));

/**
 * When a code was shown: the code itself proves the minute, so that a phone without a network may send it later and the time is still right. Undefined
 * for one that was not shown between the opening and the end, or not yet. The newest wins. O(minutes of the day).
 */
export function momentOf(
  ctx: Pick<VolunteerDaysContext, "blind" | "clock">,
  day: { readonly id: string; readonly startsAt: string; readonly endsAt: string },
  code: string,
): string | undefined {
  const opens = windowOf(day.startsAt) - opensMinutes / windowMinutes;
  const last = Math.min(windowOf(ctx.clock.now()), windowOf(day.endsAt) + opensMinutes / windowMinutes);
  for (let window = last; window >= opens; window--) if (codeAt(ctx, day.id, window) === code) return new Date(window * windowMinutes * 60_000).toISOString();
  return undefined;
}
