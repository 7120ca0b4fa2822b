import { DeliveryFailure } from "../send-letters/delivery-failure.js";
import type { Outcome } from "./outbox-state.js";

const longest = 300;
const nameOf = (error: unknown): string => {
  const { code, name, message } = error as { code?: unknown; name?: string; message?: string };
  return typeof code === "string" ? code : `${name ?? "Error"}: ${message ?? String(error)}`;
};

/** What is kept of a failure: codes where there are some, at most 300 characters. */
export function nameFailure(error: unknown): Outcome {
  const causes: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
  const isRetryable = !(error instanceof DeliveryFailure) || error.isRetryable;
  return { state: "failed", error: causes.map(nameOf).join("; ").slice(0, longest), isRetryable };
}
