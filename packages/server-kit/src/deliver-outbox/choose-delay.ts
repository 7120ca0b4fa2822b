import type { Random } from "../ports.js";

export interface RetryPlan {
  /** After this many attempts a row is dead. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubles each time. */
  readonly first: number;
  /** No wait is longer, in milliseconds. */
  readonly longest: number;
}

export const defaultRetry: RetryPlan = { attempts: 12, first: 30_000, longest: 6 * 3_600_000 };

/** How long to wait after attempt number `attempt` (1…): first·2^(attempt−1), at most `longest`, of which the upper half is random. Milliseconds. */
export function chooseDelay(attempt: number, { first, longest }: RetryPlan, random: Random): number {
  const full = Math.min(longest, first * 2 ** (attempt - 1));
  const [high = 0, low = 0] = random.bytes(2);
  const share = (high * 256 + low) / 65_536;
  return Math.round(full / 2 + (full / 2) * share);
}
