import { byId, everywhere } from "@lianxin/plugin-kit";
import { Temporal } from "temporal-polyfill";
import { watchDay } from "../cover-elders/watch-day.js";
import { errors } from "../errors.js";
import { replanElders } from "../plan-visits/store-dues.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import { undoHours } from "./drop-copies.js";
import { takeBack, type DeedRow } from "./take-back.js";

export interface Undone {
  readonly undone: number;
  /** Rows that were changed or used since: they stay. */
  readonly kept: number;
  readonly isDone: boolean;
}
const rowsPerTurn = 50;

export const findImport = (db: ElderPairingDb, id: string) => byId(db, "elder_pairing_import", id).selectAll().executeTakeFirst();

/** Opens an import that lines are brought in under. Gives its id. */
export async function startImport(
  { db, newId, clock, actor }: ElderPairingContext,
  facts: { placePath: string; kind: string; fileName: string },
): Promise<string> {
  const id = newId();
  const counts = { added: 0, changed: 0, same: 0, ended: 0, undoneAt: null };
  await db
    .insertInto("elder_pairing_import")
    .values({ id, ...facts, ...counts, importedAt: clock.now(), importedBy: actor.personId ?? actor.accountId })
    .execute();
  return id;
}

const isTooOld = (importedAt: string, now: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(importedAt).add({ hours: undoHours }), Temporal.Instant.from(now)) < 0;

async function countUndone(db: ElderPairingDb, importId: string): Promise<{ undone: number; kept: number }> {
  const rows = await db
    .selectFrom("elder_pairing_import_row")
    .select("deed")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("importId", "=", importId)
    .groupBy("deed")
    .execute();
  const of = (deed: string) => Number(rows.find((row) => row.deed === deed)?.n ?? 0);
  return { undone: of("undone"), kept: of("kept") };
}

/** Those of them who are here and in care: whose days are planned. */
async function inCare({ db }: ElderPairingContext, elderIds: readonly string[]): Promise<readonly string[]> {
  const rows = await everywhere(db, "elder_pairing_elder", "elders of an import whose place was checked")
    .select("id")
    .where("id", "in", ["", ...elderIds])
    .where("state", "=", "active")
    .where("careFromOn", "is not", null)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Takes an import back, a turn at a time, newest row first, within a day; call again until it is done. What was changed or used since stays. With the last
 * turn everybody in care is seen to again. Throws importUndone, importTooOld.
 */
export async function undoImport(ctx: ElderPairingContext, importId: string): Promise<Undone> {
  const { db, clock, audit } = ctx;
  const batch = await findImport(db, importId);
  if (!batch || batch.undoneAt !== null) throw errors.importUndone();
  if (isTooOld(batch.importedAt, clock.now())) throw errors.importTooOld();
  const rows = await db
    .selectFrom("elder_pairing_import_row")
    .selectAll()
    .where("importId", "=", importId)
    .where("deed", "in", ["added", "changed", "ended"])
    .orderBy("id", "desc")
    .limit(rowsPerTurn)
    .execute();
  const replanned: string[] = [];
  for (const row of rows) {
    const taken = await takeBack(ctx, row as DeedRow);
    if (taken === "replan") replanned.push(row.subjectId);
    const deed = taken === "kept" ? "kept" : "undone";
    await db.updateTable("elder_pairing_import_row").set({ deed, before: null }).where("id", "=", row.id).execute();
  }
  await replanElders(ctx, await inCare(ctx, replanned));
  const isDone = rows.length < rowsPerTurn;
  if (isDone) {
    await db.updateTable("elder_pairing_import").set({ undoneAt: clock.now() }).where("id", "=", importId).execute();
    audit("import.undo", importId);
    await watchDay(ctx, "register");
  }
  return { ...(await countUndone(db, importId)), isDone };
}
