import { col, table, type Row } from "@lianxin/plugin-kit";
import type { Kysely } from "kysely";

/** The platform's own tables. No plugin reads or writes them; each column has a class like everybody's. */
export const kitTables = {
  personKey: table("kit_person_key", { id: col.id(), wrapped: col.text().nullable(), state: col.text(), createdAt: col.instant() }),
  audit: table("kit_audit", {
    id: col.id(),
    writer: col.text(),
    sequence: col.int(),
    at: col.instant(),
    account: col.text(),
    person: col.text().nullable(),
    action: col.text(),
    target: col.text(),
    detail: col.text(),
    detailSalt: col.text(),
    detailHash: col.text(),
    previousHash: col.text(),
    hash: col.text(),
  }),
  auditRoot: table("kit_audit_root", {
    id: col.id(),
    at: col.instant(),
    sequence: col.int(),
    chains: col.text(),
    previousRoot: col.text(),
    root: col.text(),
    signature: col.text(),
  }),
  auditChain: table("kit_audit_chain", { id: col.id(), sequence: col.int() }),
  accessLog: table("kit_access_log", {
    id: col.id(),
    at: col.instant(),
    account: col.text(),
    person: col.text().nullable(),
    route: col.text(),
    purpose: col.text(),
    dataClass: col.text(),
    count: col.int(),
  }),
  accessSubject: table("kit_access_subject", { id: col.id(), accessId: col.ref("kit_access_log"), subject: col.text() }),
  idempotency: table("kit_idempotency", { id: col.id(), bodyHash: col.text(), status: col.int(), answer: col.text(), at: col.instant() }),
  outbox: table("kit_outbox", {
    id: col.id(),
    kind: col.text(),
    topic: col.text(),
    aggregate: col.text(),
    dedupeKey: col.text(),
    payload: col.text(),
    state: col.text(),
    attempts: col.int(),
    runAt: col.instant(),
    lockedUntil: col.instant().nullable(),
    lastError: col.text().nullable(),
    createdAt: col.instant(),
  }),
  eventSeen: table("kit_event_seen", { id: col.id(), at: col.instant() }),
  job: table("kit_job", {
    id: col.id(),
    nextRunAt: col.instant(),
    lockedUntil: col.instant().nullable(),
    lastRunAt: col.instant().nullable(),
    lastError: col.text().nullable(),
  }),
  /** Work that outlives its request; `input` and `progress` hold ids and figures only. */
  task: table("kit_task", {
    id: col.id(),
    task: col.text(),
    input: col.text(),
    state: col.text(),
    progress: col.text().nullable(),
    wantsStop: col.bool(),
    account: col.text(),
    person: col.text().nullable(),
    language: col.text(),
    error: col.text().nullable(),
    lockedUntil: col.instant().nullable(),
    createdAt: col.instant(),
    endedAt: col.instant().nullable(),
  }),
  setting: table("kit_setting", { id: col.id(), value: col.text(), at: col.instant() }),
};

type Tables = typeof kitTables;
export type KitDatabase = { [K in keyof Tables as Tables[K]["name"]]: Row<Tables[K]> };
export type KitDb = Kysely<KitDatabase>;
