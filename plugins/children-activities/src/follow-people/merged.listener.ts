import { directory } from "@lianxin/directory";
import { everywhere } from "@lianxin/plugin-kit";
import { rejudgePerson } from "../keep-safe/rejudge.js";
import type { ActivitiesContext } from "../plugin.js";
import { on } from "../services.js";

const why = "two records became one person, or are two again, wherever they are";

/** What stood under the second record stands under the kept one, and which rows these were is remembered. The same again finds none left. */
async function follow({ db, newId }: ActivitiesContext, keptId: string, mergedId: string): Promise<void> {
  const adults = await everywhere(db, "children_activities_adult", why).select("id").where("personId", "=", mergedId).execute();
  const homes = await everywhere(db, "children_activities_home", why).select("id").where("directorId", "=", mergedId).execute();
  const rows = [...adults.map(({ id }) => ({ kind: "adult", rowId: id })), ...homes.map(({ id }) => ({ kind: "home", rowId: id }))];
  if (rows.length > 0)
    await db
      .insertInto("children_activities_followed")
      .values(rows.map((row) => ({ id: newId(), keptId, mergedId, ...row })))
      .execute();
  await move({ db }, rows, mergedId, keptId);
}

/** Only what is still with `from` goes over: a home that got another director meanwhile keeps that one. */
async function move({ db }: Pick<ActivitiesContext, "db">, rows: readonly { kind: string; rowId: string }[], from: string, to: string): Promise<void> {
  const ids = (kind: string) => ["none", ...rows.flatMap((row) => (row.kind === kind ? [row.rowId] : []))];
  await db.updateTable("children_activities_adult").set({ personId: to }).where("id", "in", ids("adult")).where("personId", "=", from).execute();
  await db.updateTable("children_activities_home").set({ directorId: to }).where("id", "in", ids("home")).where("directorId", "=", from).execute();
}

async function part({ db }: ActivitiesContext, keptId: string, mergedId: string): Promise<void> {
  const of = () => db.selectFrom("children_activities_followed").where("keptId", "=", keptId).where("mergedId", "=", mergedId);
  await move({ db }, await of().select(["kind", "rowId"]).execute(), keptId, mergedId);
  await db.deleteFrom("children_activities_followed").where("keptId", "=", keptId).where("mergedId", "=", mergedId).execute();
}

/** Two records of the directory became one person: checks, duties and homes of both are that person's from now on; and apart again when that was a mistake. */
export const mergedListener = on(directory.events.peopleMerged, async ({ keptId, mergedId, isUndone }, ctx) => {
  if (isUndone) await part(ctx, keptId, mergedId);
  else await follow(ctx, keptId, mergedId);
  for (const personId of [keptId, mergedId]) await rejudgePerson(ctx, personId);
});
