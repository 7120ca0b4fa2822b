/** Where a row of the outbox is: only a waiting one holds back later rows of its kind about the same aggregate. */
export type OutboxState = "waiting" | "done" | "rehearsed" | "dropped" | "dead";

/** What one attempt came to. */
export type Outcome =
  | { readonly state: "done" | "rehearsed" }
  /** The person was erased: nobody can be written to any more. */
  | { readonly state: "dropped"; readonly error: string }
  | { readonly state: "failed"; readonly error: string; readonly isRetryable: boolean };
