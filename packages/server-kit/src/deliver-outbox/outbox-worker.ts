import type { DatabaseKind } from "../open-database/columns-to-sql.js";
import type { Ports } from "../ports.js";
import type { LetterSender } from "../send-letters/sender.js";
import type { WriteLane } from "../write-lane/lane.js";
import type { OutboxRow } from "../write-lane/records.js";
import { defaultRetry, type RetryPlan } from "./choose-delay.js";
import { claimRows, releaseClaims } from "./claim-rows.repository.js";
import { deliverEvent, type RegisteredListener, type RunListener } from "./deliver-event.js";
import { deliverLetter, type OpenAddress } from "./deliver-letter.js";
import { DeliveryLoop } from "./delivery-loop.js";
import { nameFailure } from "./name-failure.js";
import type { Outcome } from "./outbox-state.js";
import { planSettlement } from "./plan-settlement.js";
import { settleRow } from "./settle-row.repository.js";
import { systemTimer, type Timer } from "./timer.js";

export interface OutboxOptions {
  readonly lane: WriteLane;
  readonly database: DatabaseKind;
  readonly ports: Pick<Ports, "clock" | "random">;
  readonly listeners: readonly RegisteredListener[];
  readonly runListener: RunListener;
  /** A channel without a sender is rehearsed: its letters are recorded and not sent. */
  readonly senders: { readonly mail?: LetterSender | undefined; readonly sms?: LetterSender | undefined };
  readonly open: OpenAddress;
  /** Each failed attempt, with its row's id and topic, and failures of the database. */
  readonly onError: (error: unknown, row?: { readonly id: string; readonly topic: string }) => void;
  readonly retry?: RetryPlan;
  readonly timer?: Timer;
  /** Milliseconds between looks at the table; 5 s. */
  readonly poll?: number;
}

export interface OutboxWorker {
  /** Frees what a crashed process of this file held, and looks at the table from now on. */
  start(): Promise<void>;
  /** Called after a commit; returns at once. */
  wake(): void;
  /** Delivers all that is due; resolves when nothing is left. */
  deliverDue(): Promise<void>;
  /** Finishes the deliveries under way and starts no other. */
  stop(): Promise<void>;
}

const kinds = ["event", "mail", "sms"] as const;
const most = { event: 50, mail: 5, sms: 5 };
/** Longer than any sender's time-outs together. */
const claimLength = 180_000;
const defaultPoll = 5_000;

/** Delivers the outbox: at least once, in order per aggregate and kind, each kind for itself, so that a silent mail server holds back no event. */
export function createOutboxWorker(options: OutboxOptions): OutboxWorker {
  const { lane, ports, senders, retry = defaultRetry, timer = systemTimer, poll = defaultPoll, onError } = options;
  let stopPolling = (): void => undefined;

  async function attempt(row: OutboxRow): Promise<Outcome> {
    if (row.attempts > retry.attempts) return { state: "failed", error: "CRASHED", isRetryable: false };
    if (row.kind !== "event") return deliverLetter(row, senders[row.kind], options.open);
    await deliverEvent(lane, options.listeners, row, ports.clock.now(), options.runListener);
    return { state: "done" };
  }

  async function deliver(row: OutboxRow): Promise<void> {
    const outcome = await attempt(row).catch((error: unknown) => {
      onError(error, { id: row.id, topic: row.topic });
      return nameFailure(error);
    });
    await settleRow(lane, row, planSettlement(row.attempts, outcome, ports.clock.now(), retry, ports.random));
  }

  const passOf = (kind: OutboxRow["kind"]) => async (): Promise<number> => {
    const now = ports.clock.now();
    const until = new Date(Date.parse(now) + claimLength).toISOString();
    const rows = await claimRows(lane, options.database, { kind, now, until, most: most[kind] });
    const settled = await Promise.allSettled(rows.map(deliver));
    for (const answer of settled) if (answer.status === "rejected") onError(answer.reason);
    return rows.length;
  };

  const loops = kinds.map((kind) => new DeliveryLoop(passOf(kind), onError));
  const deliverDue = async (): Promise<void> => void (await Promise.all(loops.map((loop) => loop.wake())));
  const wake = (): void => void deliverDue();
  return {
    wake,
    deliverDue,
    async start() {
      if (options.database === "sqlite") await releaseClaims(lane);
      stopPolling = timer.every(poll, wake);
      wake();
    },
    async stop() {
      stopPolling();
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
