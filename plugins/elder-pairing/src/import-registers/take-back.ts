import { byId, everywhere, type Classified } from "@lianxin/plugin-kit";
import { comeBack } from "../keep-people/come-back.js";
import { noteStandings } from "../note-standings/note-standings.js";
import { reopenTriggers } from "../raise-level/end-triggers.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import { restoreElder, type Before } from "./restore-elder.js";
import { undoLeaves } from "./undo-leaves.js";

export interface DeedRow {
  readonly deed: "added" | "changed" | "ended";
  readonly subjectTable: "elder_pairing_elder" | "elder_pairing_cadre" | "elder_pairing_spot";
  readonly subjectId: string;
  readonly versionAfter: number;
  readonly before: Classified | null;
  readonly spotBefore: { readonly east: number; readonly north: number } | null;
}
/** What a sheet never writes: it is not taken back either. */
const own = new Set(["id", "phoneIndex", "createdAt", "careFromOn", "personId"]);
/** kept: changed or used since, so it stays. replan: undone, and what is due of theirs is another thing now. */
export type TakenBack = "undone" | "replan" | "kept";

/** Pairs somebody had a part in: by a matching, by hand, by a yes. Those the day's work found by itself, and nobody has answered yet, go with the elder. */
async function hasOwnPair(db: ElderPairingDb, elderId: string): Promise<boolean> {
  const row = await everywhere(db, "elder_pairing_pair", "somebody with a history stays")
    .select("id")
    .where("elderId", "=", elderId)
    .where((eb) =>
      eb.or([
        eb("startReason", "in", ["matching", "by_hand"]),
        eb("isPinned", "=", true),
        eb("cadreAgreedAt", "is not", null),
        eb("elderAgreedAt", "is not", null),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** Rows of an elder or a cadre anywhere in what was done with them: then they stay. */
async function isUsed(db: ElderPairingDb, column: "elderId" | "cadreId", id: string): Promise<boolean> {
  if (column === "elderId" && (await hasOwnPair(db, id))) return true;
  const tables =
    column === "elderId"
      ? (["elder_pairing_visit", "elder_pairing_need", "elder_pairing_ladder"] as const)
      : (["elder_pairing_pair", "elder_pairing_visit"] as const);
  for (const table of tables) {
    const row = await everywhere(db, table as "elder_pairing_pair", "somebody with a history stays")
      .select("id")
      .where(column, "=", id)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}

/** Undoes one row, unless it was changed or used since. */
export async function takeBack(ctx: ElderPairingContext, row: DeedRow): Promise<TakenBack> {
  if (row.subjectTable === "elder_pairing_spot") return takeSpotBack(ctx, row);
  const now = await byId(ctx.db, row.subjectTable as "elder_pairing_elder", row.subjectId)
    .select(["id", "version", "state"])
    .executeTakeFirst();
  if (!now || now.version !== row.versionAfter || now.state === "erased") return "kept";
  if (row.deed === "changed") return restore(ctx, row);
  if (row.deed === "ended") return reopen(ctx, row);
  return (await remove(ctx, row)) ? "undone" : "kept";
}

async function takeSpotBack({ db }: ElderPairingContext, { subjectId, spotBefore }: DeedRow): Promise<TakenBack> {
  if (spotBefore) await db.updateTable("elder_pairing_spot").set(spotBefore).where("id", "=", subjectId).execute();
  else await db.deleteFrom("elder_pairing_spot").where("id", "=", subjectId).execute();
  return "undone";
}

async function restore(ctx: ElderPairingContext, { subjectTable, subjectId, before }: DeedRow): Promise<TakenBack> {
  const { db, disclose, newId } = ctx;
  if (before === null) return "kept";
  const [text] = await disclose([before], "undoing");
  if (!text) return "kept";
  const kept = JSON.parse(text) as Before;
  const { row, villages = [], leaves = [], saidLeave } = kept;
  const values = Object.fromEntries(Object.entries(row).filter(([key]) => !own.has(key)));
  const now = await byId(db, subjectTable as "elder_pairing_elder", subjectId)
    .selectAll()
    .executeTakeFirstOrThrow();
  await db
    .updateTable(subjectTable as "elder_pairing_elder")
    .set(values as never)
    .where("id", "=", subjectId)
    .execute();
  if (subjectTable === "elder_pairing_elder") {
    await restoreElder(ctx, subjectId, kept);
    return now.level !== row.level || now.wish !== row.wish ? "replan" : "undone";
  }
  await db.deleteFrom("elder_pairing_cadre_village").where("cadreId", "=", subjectId).execute();
  await undoLeaves(ctx, subjectId, leaves, saidLeave);
  for (const placePath of villages) await db.insertInto("elder_pairing_cadre_village").values({ id: newId(), cadreId: subjectId, placePath }).execute();
  return "undone";
}

/** Whoever a sheet ended by mistake is here again; what ended of theirs stays ended, and others are found, and their days planned, with the turn that is the last. */
async function reopen(ctx: ElderPairingContext, { subjectTable, subjectId, versionAfter }: DeedRow): Promise<TakenBack> {
  const { db } = ctx;
  if (subjectTable === "elder_pairing_elder") {
    const row = await byId(db, "elder_pairing_elder", subjectId).select(["id", "untilOn"]).executeTakeFirstOrThrow();
    await comeBack(ctx, row);
  }
  await db
    .updateTable(subjectTable as "elder_pairing_elder")
    .set({ state: "active", untilOn: null, version: versionAfter + 1 })
    .where("id", "=", subjectId)
    .execute();
  if (subjectTable !== "elder_pairing_elder") return "undone";
  await reopenTriggers(ctx, subjectId);
  await noteStandings(ctx, [subjectId]);
  return "replan";
}

/** Whoever a sheet brought in and nothing was done with is gone, with the key of what was sealed about them. */
async function remove({ db, erase }: ElderPairingContext, { subjectTable, subjectId: id }: DeedRow): Promise<boolean> {
  const isElder = subjectTable === "elder_pairing_elder";
  if (await isUsed(db, isElder ? "elderId" : "cadreId", id)) return false;
  await erase(id);
  await db
    .deleteFrom("elder_pairing_tie")
    .where(isElder ? "elderId" : "cadreId", "=", id)
    .execute();
  if (isElder) {
    for (const table of [
      "elder_pairing_contact",
      "elder_pairing_consent",
      "elder_pairing_due",
      "elder_pairing_trigger",
      "elder_pairing_alarm",
      "elder_pairing_standing",
    ] as const)
      await db.deleteFrom(table).where("elderId", "=", id).execute();
    await db.deleteFrom("elder_pairing_pair").where("elderId", "=", id).execute();
    await db.deleteFrom("elder_pairing_elder").where("id", "=", id).execute();
    return true;
  }
  for (const table of ["elder_pairing_cadre_village", "elder_pairing_leave"] as const) await db.deleteFrom(table).where("cadreId", "=", id).execute();
  await db.deleteFrom("elder_pairing_cadre").where("id", "=", id).execute();
  return true;
}
