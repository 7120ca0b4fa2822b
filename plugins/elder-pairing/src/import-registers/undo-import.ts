import { byId } from "@lianxin/plugin-kit";
import { Temporal } from "temporal-polyfill";
import { watchDay } from "../cover-elders/watch-day.js";
import { errors } from "../errors.js";
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
  for (const row of rows) {
    const deed = (await takeBack(ctx, row as DeedRow)) ? "undone" : "kept";
    await db.updateTable("elder_pairing_import_row").set({ deed, before: null }).where("id", "=", row.id).execute();
  }
  const isDone = rows.length < rowsPerTurn;
  if (isDone) {
    await db.updateTable("elder_pairing_import").set({ undoneAt: clock.now() }).where("id", "=", importId).execute();
    audit("import.undo", importId);
    await watchDay(ctx, "register");
  }
  return { ...(await countUndone(db, importId)), isDone };
}
