import type { Letter, Permission, ServerPart } from "@lianxin/plugin-kit";
import { findAnswers } from "../answer-requests/remember-answer.js";
import { waitingRoom } from "../answer-requests/waiting-room.js";
import type { Platform } from "../answer-requests/platform.js";
import { AuditChains } from "../keep-audit/audit-chains.js";
import type { KeyRing } from "../keep-secrets/key-ring.js";
import type { Database } from "../open-database/open-database.js";
import type { Ports } from "../ports.js";
import { workerRunner } from "../run-in-worker/run-in-worker.js";
import { fencePlugins } from "../start-plugins/fence-plugins.js";
import { collectTexts } from "../start-plugins/translate.js";
import { groupedLane } from "../write-lane/grouped-lane.js";
import { transactionLane } from "../write-lane/transaction-lane.js";
import { keepRecords } from "./keep-records.js";

interface Pieces {
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly ports: Ports;
  /** In order of dependence. */
  readonly parts: readonly ServerPart[];
  readonly configs: ReadonlyMap<string, unknown>;
  readonly url?: string | undefined;
  /** Channels by which letters leave the house; all by default. */
  readonly channels?: readonly Letter["channel"][] | undefined;
  wakeOutbox(): void;
  wakeTasks?(): void;
  forgetAccount?(accountId: string): void;
}

/** What a process has once its tables are up to date; from here on only guarded queries pass. */
export function platformOf({
  database,
  keyRing,
  ports,
  parts,
  configs,
  url = "http://localhost",
  channels = ["mail", "sms"],
  wakeOutbox,
  wakeTasks = () => undefined,
  forgetAccount = () => undefined,
}: Pieces): Platform {
  database.useSealer(keyRing);
  database.arm();
  const permissions = parts.flatMap(({ plugin }) => Object.values(plugin.permissions) as Permission[]);
  const records = keepRecords(new AuditChains(ports), ports);
  const lane = database.kind === "sqlite" ? groupedLane(database, records, findAnswers) : transactionLane(database, records);
  return {
    database,
    lane,
    ports,
    workers: workerRunner(),
    sealer: keyRing,
    texts: collectTexts(parts),
    parts,
    url,
    channels: new Set(channels),
    waiting: waitingRoom(),
    permissions,
    heard: new Set(parts.flatMap(({ listeners }) => listeners.map(({ event }) => event as string))),
    fences: fencePlugins(parts),
    configs,
    wakeOutbox,
    wakeTasks,
    forgetAccount,
  };
}
