import type { Clock } from "@lianxin/plugin-kit";

/** Randomness as the platform gives it; tests give a seeded one. */
export interface Random {
  bytes(count: number): Uint8Array;
}

/** Time without a calendar, for time-outs and rate limits: never jumps. Milliseconds. */
export interface Stopwatch {
  elapsed(): number;
}

export interface Ports {
  readonly clock: Clock;
  readonly random: Random;
  readonly stopwatch: Stopwatch;
  newId(): string;
}
