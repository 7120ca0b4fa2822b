import { AppError, byId, everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { mustTakeChildren, registerChild } from "../keep-children/register-child.js";
import { mustDirect } from "../keep-safe/must-be.js";
import type { ActivitiesContext, ActivitiesDb } from "../plugin.js";
import type { ListLine, RefusedLine } from "./read-list.js";

/** So many lines come in one turn of the lane, so that no desk waits for a list. */
export const linesPerSlice = 5;
/** An import is taken back within so many hours. */
export const undoHours = 24;

export const findImport = (db: ActivitiesDb, id: string) => byId(db, "children_activities_import", id).selectAll().executeTakeFirst();
export const rowsOfImport = (db: ActivitiesDb, importId: string) =>
  db.selectFrom("children_activities_import_row").selectAll().where("importId", "=", importId).orderBy("line");

/** An import whose home the actor directs. Throws directorOnly, importUndone. */
export async function ownImport(ctx: ActivitiesContext, id: string) {
  const batch = (await findImport(ctx.db, id))!;
  await mustDirect(ctx, batch.homeId);
  if (batch.undoneAt !== null) throw errors.importUndone();
  return batch;
}

/** Opens an import whose lines follow in slices. Throws directorOnly, homeClosed. */
export async function startImport(ctx: ActivitiesContext, homeId: string): Promise<string> {
  const { db, newId, clock, actor } = ctx;
  await mustDirect(ctx, homeId);
  const { placePath } = await mustTakeChildren(ctx, homeId);
  const id = newId();
  await db
    .insertInto("children_activities_import")
    .values({ id, placePath, homeId, importedAt: clock.now(), importedById: actor.personId, undoneAt: null })
    .execute();
  return id;
}

/** Writes each line of a slice through the one way in which children are written; a line that is refused leaves nothing behind and is named, one that came before is not written again. Throws as ownImport. O(lines). */
export async function importLines(ctx: ActivitiesContext, importId: string, lines: readonly ListLine[]): Promise<{ added: number; refused: RefusedLine[] }> {
  const { db, newId } = ctx;
  const { homeId } = await ownImport(ctx, importId);
  const known = new Set((await rowsOfImport(db, importId).execute()).map(({ line }) => line));
  const refused: RefusedLine[] = [];
  for (const { line, child } of lines.filter((one) => !known.has(one.line)))
    try {
      const childId = await registerChild(ctx, homeId, { ...child, via: "import" });
      await db.insertInto("children_activities_import_row").values({ id: newId(), importId, line, childId, state: "added" }).execute();
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith("children-activities.")) throw error;
      const key = error.code.replace("children-activities.", "children-activities.error.");
      refused.push({ line, problem: ctx.text(key, error.params), remedy: ctx.text(`${key}.remedy`, error.params) });
    }
  const added = lines.length - refused.length;
  ctx.audit("child.import", homeId, { added, refused: refused.length });
  return { added, refused };
}

/** The imports of a home that can be taken back still, newest first, each with how many children are of it. Throws directorOnly. */
export async function showImports(ctx: ActivitiesContext, homeId: string) {
  await mustDirect(ctx, homeId);
  const imports = await everywhere(ctx.db, "children_activities_import", "the imports of a home whose director asks")
    .select(["id", "importedAt"])
    .where("homeId", "=", homeId)
    .where("undoneAt", "is", null)
    .where("importedAt", ">", oldest(ctx))
    .orderBy("importedAt", "desc")
    .execute();
  const rows = await ctx.db
    .selectFrom("children_activities_import_row")
    .select(["importId", "state"])
    .where("importId", "in", ["none", ...imports.map(({ id }) => id)])
    .where("state", "=", "added")
    .execute();
  return imports
    .map(({ id, importedAt }) => ({ id, importedAt, added: rows.filter(({ importId }) => importId === id).length }))
    .filter(({ added }) => added > 0);
}

/** What was brought in before this instant is taken back by nobody. */
export const oldest = ({ clock }: Pick<ActivitiesContext, "clock">): string => new Date(Date.parse(clock.now()) - undoHours * 3_600_000).toISOString();
