import type { Random } from "../ports.js";
import { chooseDelay, type RetryPlan } from "./choose-delay.js";
import type { Outcome } from "./outbox-state.js";
import type { Settlement } from "./settle-row.repository.js";

/** Where a row stands after attempt number `attempts`: delivered, waiting for its next attempt, or dead. */
export function planSettlement(attempts: number, outcome: Outcome, now: string, retry: RetryPlan, random: Random): Settlement {
  if (outcome.state !== "failed") return { state: outcome.state, runAt: now, lastError: "error" in outcome ? outcome.error : null };
  const isDead = !outcome.isRetryable || attempts >= retry.attempts;
  if (isDead) return { state: "dead", runAt: now, lastError: outcome.error };
  const runAt = new Date(Date.parse(now) + chooseDelay(attempts, retry, random)).toISOString();
  return { state: "waiting", runAt, lastError: outcome.error };
}
