import { byId, everywhere } from "@lianxin/plugin-kit";
import { Temporal } from "temporal-polyfill";
import { errors } from "../errors.js";
import { countUses, findPlace } from "../keep-places/place.repository.js";
import type { DirectoryContext } from "../plugin.js";
import { findImport } from "./import.repository.js";

export interface Undone {
  readonly undone: number;
  /** Rows that somebody changed or used since: they stay. */
  readonly kept: number;
  readonly isDone: boolean;
}
const rowsPerTurn = 20;
const hours = 24;

const isTooOld = (importedAt: string, now: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(importedAt).add({ hours }), Temporal.Instant.from(now)) < 0;

/** Takes an import back, a turn at a time, newest row first; call again until it is done. Throws importUndone, importTooOld. */
export async function undoImport(ctx: DirectoryContext, importId: string): Promise<Undone> {
  const { db, clock, audit } = ctx;
  const batch = await findImport(db, importId);
  if (!batch || batch.undoneAt) throw errors.importUndone();
  if (isTooOld(batch.importedAt, clock.now())) throw errors.importTooOld();
  const rows = await db
    .selectFrom("directory_import_row")
    .selectAll()
    .where("importId", "=", importId)
    .where("deed", "in", ["added", "changed"])
    .orderBy("id", "desc")
    .limit(rowsPerTurn)
    .execute();
  for (const row of rows) {
    const deed = (await undoRow(ctx, row)) ? "undone" : "kept";
    await db.updateTable("directory_import_row").set({ deed }).where("id", "=", row.id).execute();
  }
  const isDone = rows.length < rowsPerTurn;
  if (isDone) await db.updateTable("directory_import").set({ undoneAt: clock.now() }).where("id", "=", importId).execute();
  if (isDone) audit("import.undo", importId);
  return { ...(await countUndone(ctx, importId)), isDone };
}

async function countUndone({ db }: DirectoryContext, importId: string): Promise<{ undone: number; kept: number }> {
  const rows = await db
    .selectFrom("directory_import_row")
    .select(["deed"])
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("importId", "=", importId)
    .groupBy("deed")
    .execute();
  const of = (deed: string) => Number(rows.find((row) => row.deed === deed)?.n ?? 0);
  return { undone: of("undone"), kept: of("kept") };
}

interface Row {
  readonly deed: string;
  readonly subjectTable: string;
  readonly subjectId: string;
  readonly versionAfter: number | null;
  readonly valuesBefore: Readonly<Record<string, unknown>> | null;
}

/** Undoes one row unless it was changed or is used since. */
async function undoRow(ctx: DirectoryContext, { deed, subjectTable: table, subjectId: id, versionAfter, valuesBefore }: Row): Promise<boolean> {
  const db = ctx.db as DirectoryContext["db"] & { updateTable(name: any): any; deleteFrom(name: any): any };
  const now = await byId(ctx.db, table as "directory_person", id)
    .selectAll()
    .executeTakeFirst();
  if (!now || (versionAfter !== null && now.version !== versionAfter)) return false;
  if (deed === "changed") {
    const version = versionAfter === null ? {} : { version: versionAfter - 1 };
    await db
      .updateTable(table)
      .set({ ...valuesBefore, ...version })
      .where("id", "=", id)
      .execute();
    return true;
  }
  if (await isUsed(ctx, table, id)) return false;
  const end = endings[table]?.(ctx);
  if (end) await db.updateTable(table).set(end).where("id", "=", id).execute();
  else await db.deleteFrom(table).where("id", "=", id).execute();
  return true;
}

/** What others may refer to ends instead of vanishing. */
const endings: Readonly<Record<string, (ctx: DirectoryContext) => object>> = {
  directory_person: ({ clock }) => ({ removedAt: clock.now(), version: 2 }),
  directory_place: ({ clock }) => ({ closedOn: clock.today(), version: 2 }),
  directory_organization: ({ clock }) => ({ closedOn: clock.today(), version: 2 }),
  directory_venue: ({ clock }) => ({ closedOn: clock.today(), version: 2 }),
};

async function isUsed(ctx: DirectoryContext, table: string, id: string): Promise<boolean> {
  if (table === "directory_place") {
    const place = await findPlace(ctx.db, id);
    return place !== undefined && (await countUses(ctx.db, place, ctx.clock.today())) > 0;
  }
  return table === "directory_person" && isPersonUsed(ctx, id);
}

async function isPersonUsed({ db }: DirectoryContext, id: string): Promise<boolean> {
  const why = "a person with roles, accounts or consents stays";
  const found = await Promise.all([
    everywhere(db, "directory_role", why).select("id").where("personId", "=", id).executeTakeFirst(),
    db.selectFrom("directory_account_link").select("id").where("personId", "=", id).executeTakeFirst(),
    db.selectFrom("directory_consent").select("id").where("personId", "=", id).executeTakeFirst(),
    db
      .selectFrom("directory_proxy")
      .select("id")
      .where((eb) => eb.or([eb("principalId", "=", id), eb("deputyId", "=", id)]))
      .executeTakeFirst(),
    everywhere(db, "directory_merge", why)
      .select("id")
      .where((eb) => eb.or([eb("keptId", "=", id), eb("mergedId", "=", id)]))
      .where("undoneAt", "is", null)
      .executeTakeFirst(),
  ]);
  return found.some((row) => row !== undefined);
}
