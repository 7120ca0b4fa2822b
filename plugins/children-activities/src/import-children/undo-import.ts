import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { findChild } from "../keep-children/child.repository.js";
import { eraseChild } from "../keep-children/erase-child.js";
import type { ActivitiesContext, ActivitiesDb } from "../plugin.js";
import { oldest, ownImport, rowsOfImport } from "./import-children.js";

/** So many lines are taken back in one turn of the lane. */
const linesPerTurn = 5;

export interface Undone {
  readonly undone: number;
  /** Children who are on a list, or of whom something was changed or said since: they stay. */
  readonly kept: number;
  readonly isDone: boolean;
}

/** Is the child as it came, and on no list? */
async function isUntouched({ db }: ActivitiesContext, childId: string): Promise<boolean> {
  const child = await findChild(db, childId);
  if (!child || child.deletedAt !== null || child.version !== 1) return false;
  const [listed, said] = await Promise.all([
    db.selectFrom("children_activities_attendance").select("id").where("childId", "=", childId).executeTakeFirst(),
    db.selectFrom("children_activities_consent").select("id").where("childId", "=", childId).where("via", "!=", "import").executeTakeFirst(),
  ]);
  return !listed && !said;
}

/** The child was never meant to be here: its data are erased, and no row of it is counted anywhere. */
async function takeAway(ctx: ActivitiesContext, childId: string): Promise<void> {
  await eraseChild(ctx, childId);
  for (const table of ["collector", "kin"] as const) await ctx.db.deleteFrom(`children_activities_${table}`).where("childId", "=", childId).execute();
  await ctx.db.deleteFrom("children_activities_child").where("id", "=", childId).execute();
  await ctx.db.deleteFrom("children_activities_consent").where("childId", "=", childId).execute();
}

async function countStates(db: ActivitiesDb, importId: string) {
  const rows = await rowsOfImport(db, importId).execute();
  const of = (state: string) => rows.filter((row) => row.state === state).length;
  return { undone: of("undone"), kept: of("kept") };
}

/** Takes an import back, a turn at a time, within a day; call again until it is done. Throws directorOnly, importUndone, importTooOld. O(lines of a turn). */
export async function undoImport(ctx: ActivitiesContext, importId: string): Promise<Undone> {
  const { db, clock, audit } = ctx;
  const { homeId, importedAt } = await ownImport(ctx, importId);
  if (importedAt <= oldest(ctx)) throw errors.importTooOld();
  const rows = await rowsOfImport(db, importId).where("state", "=", "added").limit(linesPerTurn).execute();
  for (const { id, childId } of rows) {
    const isOurs = await isUntouched(ctx, childId);
    if (isOurs) await takeAway(ctx, childId);
    await db
      .updateTable("children_activities_import_row")
      .set({ state: isOurs ? "undone" : "kept" })
      .where("id", "=", id)
      .execute();
  }
  const isDone = rows.length < linesPerTurn;
  const counts = await countStates(db, importId);
  if (isDone) {
    await db.updateTable("children_activities_import").set({ undoneAt: clock.now() }).where("id", "=", importId).execute();
    audit("child.undoImport", homeId, counts);
  }
  return { ...counts, isDone };
}

/** Which line became which child is of no use once it cannot be taken back. Gives how many imports went. */
export async function endImports(ctx: ActivitiesContext): Promise<number> {
  const old = await everywhere(ctx.db, "children_activities_import", "what may not be kept any more is ended everywhere")
    .select("id")
    .where("importedAt", "<=", oldest(ctx))
    .execute();
  const ids = ["none", ...old.map(({ id }) => id)];
  await ctx.db.deleteFrom("children_activities_import_row").where("importId", "in", ids).execute();
  await ctx.db.deleteFrom("children_activities_import").where("id", "in", ids).execute();
  return old.length;
}
