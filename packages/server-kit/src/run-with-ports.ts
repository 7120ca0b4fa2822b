import { randomBytes } from "node:crypto";
import type { Clock } from "@lianxin/plugin-kit";
import type { Ports, Random } from "./ports.js";

const dayIn = (zone: string) => new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });

const minute = 60_000;

/** A clock that reads the moment from `read` (milliseconds since 1970). A day begins with a minute, so its name is kept for one. */
export function clockFrom(read: () => number, zone: string): Clock {
  const day = dayIn(zone);
  let kept = { minute: NaN, today: "" };
  const today = (): string => {
    const now = read();
    if (Math.floor(now / minute) !== kept.minute) kept = { minute: Math.floor(now / minute), today: day.format(now) };
    return kept.today;
  };
  // Hundreds of ids and rows are dated within one millisecond.
  let told = { at: NaN, text: "" };
  const now = (): string => {
    const at = read();
    if (at !== told.at) told = { at, text: new Date(at).toISOString() };
    return told.text;
  };
  return { now, today, zone };
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
  let read = { text: "", at: 0 };
  return () => {
    const text = clock.now();
    if (text !== read.text) read = { text, at: Date.parse(text) };
    const now = read.at;
    if (now > milliseconds) [milliseconds, count] = [now, 0];
    else if (++count > largestCount) [milliseconds, count] = [milliseconds + 1, 0];
    const time = milliseconds.toString(16).padStart(12, "0");
    const rest = Buffer.from(random.bytes(8));
    rest[0] = (rest[0]! & 0x3f) | 0x80;
    const hex = rest.toString("hex");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, "0")}-${hex.slice(0, 4)}-${hex.slice(4)}`;
  };
}

const poolBytes = 8192;

/** Random bytes of the system, drawn many at a time, because each draw costs as much as a small query; each byte is given away once. */
export function pooledRandom(draw: (count: number) => Buffer = randomBytes): Random {
  let pool: Buffer = Buffer.alloc(0);
  return {
    bytes(count) {
      if (count > poolBytes / 8) return draw(count);
      if (count > pool.length) pool = draw(poolBytes);
      const given = Uint8Array.from(pool.subarray(0, count));
      pool.fill(0, 0, count);
      pool = pool.subarray(count);
      return given;
    },
  };
}

/** The ports of a real process: the only place where the system clock and randomness are read. */
export function systemPorts(zone: string): Ports {
  const clock = clockFrom(() => Date.now(), zone);
  const random = pooledRandom();
  return { clock, random, stopwatch: { elapsed: () => performance.now() }, newId: idMaker(clock, random) };
}
