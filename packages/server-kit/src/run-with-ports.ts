import { randomBytes } from "node:crypto";
import type { Clock } from "@lianxin/plugin-kit";
import type { Ports, Random } from "./ports.js";

const dayIn = (zone: string) => new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });

/** A clock that reads the moment from `read` (milliseconds since 1970). */
export function clockFrom(read: () => number, zone: string): Clock {
  const day = dayIn(zone);
  return { now: () => new Date(read()).toISOString(), today: () => day.format(read()), zone };
}

/** A clock that stands still: one moment for one request. */
export function frozen(clock: Clock): Clock {
  const now = clock.now();
  const today = clock.today();
  return { now: () => now, today: () => today, zone: clock.zone };
}

const largestCount = 0xfff;

/**
 * Makes UUIDv7 (RFC 9562 §6.2, method 1): 48 bits of milliseconds, a 12-bit count within the millisecond, 62 random bits. The ids of one
 * process rise strictly, also when the clock stands still or jumps back, so that rows can be read in the order they were made.
 */
export function idMaker(clock: Clock, random: Random): () => string {
  let milliseconds = 0;
  let count = 0;
  return () => {
    const now = Date.parse(clock.now());
    if (now > milliseconds) [milliseconds, count] = [now, 0];
    else if (++count > largestCount) [milliseconds, count] = [milliseconds + 1, 0];
    const time = milliseconds.toString(16).padStart(12, "0");
    const rest = Buffer.from(random.bytes(8));
    rest[0] = (rest[0]! & 0x3f) | 0x80;
    const hex = rest.toString("hex");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, "0")}-${hex.slice(0, 4)}-${hex.slice(4)}`;
  };
}

/** The ports of a real process: the only place where the system clock and randomness are read. */
export function systemPorts(zone: string): Ports {
  const clock = clockFrom(() => Date.now(), zone);
  const random: Random = { bytes: (count) => randomBytes(count) };
  return { clock, random, stopwatch: { elapsed: () => performance.now() }, newId: idMaker(clock, random) };
}
