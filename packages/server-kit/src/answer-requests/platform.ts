import type { Language, Letter, Permission, ServerPart } from "@lianxin/plugin-kit";
import type { Fence } from "../guard-tables/plugin-handle.js";
import type { Database } from "../open-database/open-database.js";
import type { Sealer } from "../open-database/sealing.js";
import type { Ports } from "../ports.js";
import type { Texts } from "../start-plugins/translate.js";
import type { WorkerRunner } from "../run-in-worker/run-in-worker.js";
import type { WaitingRoom } from "./waiting-room.js";
import type { LaneHandle, WriteLane } from "../write-lane/lane.js";

/** What a running process has, made once at the start. */
export interface Platform {
  readonly database: Database;
  readonly lane: WriteLane;
  readonly ports: Ports;
  readonly workers: WorkerRunner;
  readonly sealer: Sealer<any>;
  readonly texts: Texts;
  /** In order of dependence. */
  readonly parts: readonly ServerPart[];
  /** Of all enabled plugins. */
  readonly permissions: readonly Permission[];
  readonly fences: ReadonlyMap<string, Fence>;
  readonly configs: ReadonlyMap<string, unknown>;
  /** The address people use, without a slash at its end. */
  readonly url: string;
  /** Channels by which letters leave the house. */
  readonly channels: ReadonlySet<Letter["channel"]>;
  /** Who waits for what to change. */
  readonly waiting: WaitingRoom;
  /** Events that some plugin listens to. */
  readonly heard: ReadonlySet<string>;
  /** Wakes the outbox after a commit that put something in. */
  wakeOutbox(): void;
  /** An account's sessions ended, or what it may changed: whatever is kept of it is dropped. */
  forgetAccount(accountId: string): void;
  /** Wakes the tasks after a commit that began one. */
  wakeTasks(): void;
}

/** Once the commit stands, and if it put something in that has to be delivered. */
export function wakeAfter(platform: Pick<Platform, "wakeOutbox">, { records, afterCommit }: Pick<LaneHandle, "records" | "afterCommit">): void {
  afterCommit(() => {
    if (records.outbox.some(({ state }) => state === "waiting")) platform.wakeOutbox();
  });
}

export const languageOf = (header: string | undefined): Language => (header?.trim().toLowerCase().startsWith("en") ? "en" : "zh-CN");
