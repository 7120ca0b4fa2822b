import { createHash } from "node:crypto";
import type { Clock } from "@lianxin/plugin-kit";
import { clockFrom, idMaker, type Ports, type Random } from "@lianxin/server-kit";

/** A clock that stands until it is moved, and randomness that repeats for a seed. */
export interface TestPorts extends Ports {
  readonly clock: Clock;
  /** "2026-09-09T15:00" in the community's zone, or a full instant. */
  setTime(moment: string): void;
  advance(milliseconds: number): void;
}

const seeded = (seed: string): Random => {
  let count = 0;
  return {
    bytes(length) {
      const blocks: Buffer[] = [];
      while (Buffer.concat(blocks).length < length) blocks.push(createHash("sha256").update(`${seed} ${count++}`).digest());
      return Buffer.concat(blocks).subarray(0, length);
    },
  };
};

/** Shanghai has had no summer time since 1991, so its wall clock is UTC+8. */
const instantOf = (moment: string): number => Date.parse(/Z|[+-]\d\d:\d\d$/.test(moment) ? moment : `${moment}+08:00`);

export function testPorts(start = "2026-09-03T09:00", seed = "lianxin"): TestPorts {
  let now = instantOf(start);
  let elapsed = 0;
  const clock = clockFrom(() => now, "Asia/Shanghai");
  const random = seeded(seed);
  const advance = (milliseconds: number) => {
    now += milliseconds;
    elapsed += milliseconds;
  };
  return {
    clock,
    random,
    stopwatch: { elapsed: () => elapsed },
    newId: idMaker(clock, random),
    setTime(moment) {
      elapsed += Math.max(0, instantOf(moment) - now);
      now = instantOf(moment);
    },
    advance,
  };
}
