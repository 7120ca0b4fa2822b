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

/** UUIDv7 (RFC 9562): 48 bits of milliseconds, then randomness; sorts by time. */
export function makeId(now: string, random: Random): string {
  const milliseconds = Date.parse(now).toString(16).padStart(12, "0");
  const rest = Buffer.from(random.bytes(10));
  rest[0] = (rest[0]! & 0x0f) | 0x70;
  rest[2] = (rest[2]! & 0x3f) | 0x80;
  const hex = rest.toString("hex");
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`;
}

/** The ports of a real process: the only place where the system clock and randomness are read. */
export function systemPorts(zone: string): Ports {
  const clock = clockFrom(() => Date.now(), zone);
  const random: Random = { bytes: (count) => randomBytes(count) };
  return { clock, random, stopwatch: { elapsed: () => performance.now() }, newId: () => makeId(clock.now(), random) };
}
