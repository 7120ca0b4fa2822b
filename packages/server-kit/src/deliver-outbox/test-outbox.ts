import type { OutboxRow } from "../write-lane/records.js";
import { openTestDatabase, type TestDatabase } from "../open-database/test-database.js";
import { clockFrom, idMaker } from "../run-with-ports.js";
import { DeliveryFailure } from "../send-letters/delivery-failure.js";
import type { LetterSender, OpenLetter } from "../send-letters/sender.js";
import type { OutboxOptions } from "./outbox-worker.js";
import { createOutboxWorker, type OutboxWorker } from "./outbox-worker.js";
import { insertOutbox } from "./outbox.repository.js";

export interface TestOutbox extends TestDatabase {
  readonly now: () => string;
  advance(milliseconds: number): void;
  newId(): string;
  worker(options?: Partial<OutboxOptions>): OutboxWorker;
  put(...rows: readonly OutboxRow[]): Promise<void>;
  anEvent(aggregate: string, payload?: unknown): OutboxRow;
  aMail(address: string, key?: string): OutboxRow;
  rows(): Promise<readonly { id: string; state: string; attempts: number; lastError: string | null }[]>;
}

/** Takes every letter and keeps it, newest first. */
export function keepingSender(): LetterSender & { readonly letters: readonly OpenLetter[] } {
  const letters: OpenLetter[] = [];
  return { letters, send: async (letter) => void letters.unshift(letter) };
}

/** An outbox on a database of its own, in virtual time; an address opens to itself. */
export async function openTestOutbox(): Promise<TestOutbox> {
  const opened = await openTestDatabase();
  let time = Date.parse("2026-09-09T07:00:00.000Z");
  const clock = clockFrom(() => time, "Asia/Shanghai");
  const random = { bytes: (count: number) => new Uint8Array(count).fill(128) };
  const newId = idMaker(clock, random);
  const row = (kind: OutboxRow["kind"], topic: string, aggregate: string, key: string | undefined, payload: unknown): OutboxRow => {
    const [id, at] = [newId(), clock.now()];
    return {
      id,
      kind,
      topic,
      aggregate,
      dedupeKey: key ?? id,
      payload: JSON.stringify(payload),
      state: "waiting",
      attempts: 0,
      runAt: at,
      lockedUntil: null,
      lastError: null,
      createdAt: at,
    };
  };
  const defaults: OutboxOptions = {
    lane: opened.lane,
    database: opened.database.kind,
    ports: { clock, random },
    listeners: [],
    runListener: ({ listener }, event, tx) => listener.handle(event.payload, tx, { eventId: event.id }),
    senders: {},
    open: async (sealed) => sealed,
    onError: () => undefined,
    timer: { every: () => () => undefined },
  };
  return {
    ...opened,
    now: clock.now,
    advance: (milliseconds) => void (time += milliseconds),
    newId,
    worker: (options = {}) => createOutboxWorker({ ...defaults, ...options }),
    put: (...rows) => opened.lane.run(({ db }) => insertOutbox(db, rows)),
    anEvent: (aggregate, payload = {}) => row("event", "hello.greeted", aggregate, undefined, { version: 1, at: clock.now(), payload }),
    aMail: (address, key) =>
      row("mail", "hello.mail", `person:${address}`, key, { to: { personId: "p1", name: "莲", address }, subject: "通知", text: "请您参加。", calendar: null }),
    rows: () => opened.kit.selectFrom("kit_outbox").select(["id", "state", "attempts", "lastError"]).orderBy("id").execute(),
  };
}

export const failing = (isRetryable: boolean) => ({ send: () => Promise.reject(new DeliveryFailure("EMESSAGE 451", isRetryable)) });
