/** What was done to what, by whom; chained and hashed when it is written. */
export interface AuditDraft {
  readonly at: string;
  readonly account: string;
  readonly person: string | null;
  readonly action: string;
  readonly target: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface OutboxRow {
  readonly id: string;
  readonly kind: "event" | "mail" | "sms";
  readonly topic: string;
  readonly aggregate: string;
  readonly dedupeKey: string;
  readonly payload: string;
  readonly state: string;
  readonly attempts: number;
  readonly runAt: string;
  readonly lockedUntil: string | null;
  readonly lastError: string | null;
  readonly createdAt: string;
}

export interface AccessRow {
  readonly account: string;
  readonly person: string | null;
  readonly route: string;
  readonly purpose: string;
  readonly dataClass: "contact" | "sensitive";
  readonly subjects: readonly string[];
}

/** The answer of a repeatable request, under the hash of who asked what with which key. */
export interface KeptAnswer {
  readonly id: string;
  readonly bodyHash: string;
  readonly answer: string;
  readonly status: number;
  readonly at: string;
}

/** Collected by one attempt of one request, dropped with it, written with one statement per kind for a whole batch. */
export class Records {
  readonly audit: AuditDraft[] = [];
  readonly outbox: OutboxRow[] = [];
  readonly access: AccessRow[] = [];
  readonly answers: KeptAnswer[] = [];
}
