import type { TaskState } from "@lianxin/plugin-kit";
import type { DatabaseKind } from "../open-database/columns-to-sql.js";
import type { WriteLane } from "../write-lane/lane.js";

/** How long a claim holds without a sign of life of the process that works on it, in milliseconds. */
const claimLength = 30_000;
const later = (now: string): string => new Date(Date.parse(now) + claimLength).toISOString();

export interface ClaimedTask {
  readonly id: string;
  /** "meetings.planMonth" */
  readonly task: string;
  readonly input: string;
  readonly account: string;
  readonly person: string | null;
  readonly language: string;
}

/** Takes the oldest waiting task; undefined when none waits. */
export function claimTask(lane: WriteLane, kind: DatabaseKind, now: string): Promise<ClaimedTask | undefined> {
  return lane.run(async ({ db }) => {
    const query = db
      .selectFrom("kit_task")
      .select(["id", "task", "input", "account", "person", "language"])
      .where("state", "=", "waiting")
      .orderBy("id")
      .limit(1);
    const [row] = await (kind === "postgres" ? query.forUpdate().skipLocked() : query).execute();
    if (row)
      await db
        .updateTable("kit_task")
        .set({ state: "running", lockedUntil: later(now) })
        .where("id", "=", row.id)
        .execute();
    return row;
  });
}

/** Writes how far a task is, holds its claim, and says whether somebody asked to stop it. */
export function beat(lane: WriteLane, id: string, now: string, progress: string | null): Promise<boolean> {
  return lane.run(async ({ db }) => {
    const row = await db
      .updateTable("kit_task")
      .set({ progress, lockedUntil: later(now) })
      .where("id", "=", id)
      .returning("wantsStop")
      .executeTakeFirst();
    return Boolean(row?.wantsStop);
  });
}

export function settleTask(
  lane: WriteLane,
  id: string,
  end: { readonly state: TaskState; readonly error: string | null; readonly progress: string | null; readonly endedAt: string },
): Promise<void> {
  return lane.run(async ({ db }) => {
    await db
      .updateTable("kit_task")
      .set({ ...end, lockedUntil: null })
      .where("id", "=", id)
      .execute();
  });
}

/** Ends tasks whose process is gone: on SQLite all that run at a start, elsewhere those whose claim ran out. */
export function failLost(lane: WriteLane, now: string, isOnlyProcess: boolean): Promise<void> {
  return lane.run(async ({ db }) => {
    const lost = db.updateTable("kit_task").set({ state: "failed", error: "interrupted", endedAt: now, lockedUntil: null }).where("state", "=", "running");
    await (isOnlyProcess ? lost : lost.where("lockedUntil", "<=", now)).execute();
  });
}
