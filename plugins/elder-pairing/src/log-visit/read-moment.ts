import { Temporal } from "temporal-polyfill";
import { errors } from "../errors.js";
import type { ElderPairingContext } from "../plugin.js";

/** A phone's clock may be so much ahead of the server's, in milliseconds: what it says then is now. */
const aheadMost = 5 * 60_000;

/** When a visit was, as UTC text, from whatever offset it was written in; now where nothing was said. Throws dayInvalid, visitAhead. */
export function readMoment({ clock }: Pick<ElderPairingContext, "clock">, at: string | undefined): string {
  const now = clock.now();
  if (at === undefined) return now;
  let said: number;
  try {
    said = Temporal.Instant.from(at).epochMilliseconds;
  } catch {
    throw errors.dayInvalid({ value: at }, "body.at");
  }
  const ahead = said - Date.parse(now);
  if (ahead > aheadMost) throw errors.visitAhead({}, "body.at");
  return ahead > 0 ? now : new Date(said).toISOString();
}
