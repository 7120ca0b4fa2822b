import type { DatabaseKind } from "../open-database/columns-to-sql.js";
import type { WriteLane } from "../write-lane/lane.js";

/** Makes the row of a job that is new; one whose time has become earlier by a new pattern is moved up. */
export async function registerJob(lane: WriteLane, id: string, nextRunAt: string): Promise<void> {
  await lane.run(async ({ db }) => {
    const fresh = { id, nextRunAt, lockedUntil: null, lastRunAt: null, lastError: null };
    await db
      .insertInto("kit_job")
      .values(fresh)
      .onConflict((oc) => oc.column("id").doNothing())
      .execute();
    await db.updateTable("kit_job").set({ nextRunAt }).where("id", "=", id).where("nextRunAt", ">", nextRunAt).execute();
  });
}

/** Takes the jobs whose time has come for this process, until a moment. */
export function claimJobs(lane: WriteLane, database: DatabaseKind, ids: readonly string[], now: string, until: string): Promise<readonly string[]> {
  return lane.run(async ({ db }) => {
    const query = db
      .selectFrom("kit_job")
      .select("id")
      .where("id", "in", [...ids])
      .where("nextRunAt", "<=", now)
      .where((eb) => eb.or([eb("lockedUntil", "is", null), eb("lockedUntil", "<=", now)]));
    const rows = await (database === "postgres" ? query.forUpdate().skipLocked() : query).execute();
    const claimed = rows.map((row) => row.id);
    if (claimed.length > 0) await db.updateTable("kit_job").set({ lockedUntil: until }).where("id", "in", claimed).execute();
    return claimed;
  });
}

/** Keeps the claim of jobs that still run; one that was settled meanwhile is not due any more and stays free. */
export async function renewJobs(lane: WriteLane, ids: readonly string[], now: string, until: string): Promise<void> {
  await lane.run(({ db }) =>
    db
      .updateTable("kit_job")
      .set({ lockedUntil: until })
      .where("id", "in", [...ids])
      .where("nextRunAt", "<=", now)
      .execute(),
  );
}

export interface RunResult {
  readonly lastRunAt: string;
  readonly nextRunAt: string;
  readonly lastError: string | null;
}

export async function settleJob(lane: WriteLane, id: string, result: RunResult): Promise<void> {
  await lane.run(({ db }) =>
    db
      .updateTable("kit_job")
      .set({ ...result, lockedUntil: null })
      .where("id", "=", id)
      .execute(),
  );
}

/** Frees what a crashed process held; only where no other process can be writing. */
export async function releaseJobs(lane: WriteLane): Promise<void> {
  await lane.run(({ db }) => db.updateTable("kit_job").set({ lockedUntil: null }).where("lockedUntil", "is not", null).execute());
}
