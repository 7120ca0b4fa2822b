import { byId, everywhere, within, type Place, type Scope } from "@lianxin/plugin-kit";
import type { MattersDb } from "../plugin.js";
import { statesOf, type Tab } from "./tabs.js";

export const findMatterRow = (db: MattersDb, id: string) => byId(db, "matters_matter", id).selectAll().executeTakeFirst();
export type MatterRow = NonNullable<Awaited<ReturnType<typeof findMatterRow>>>;

export async function placeOfMatter(db: MattersDb, id: string): Promise<Place | undefined> {
  const row = await findMatterRow(db, id);
  return row && { path: row.placePath };
}

export const pageSize = 50;

export const listMatters = (db: MattersDb, scope: Scope, tab: Tab, page: number) =>
  within(db, scope, "matters_matter")
    .selectAll()
    .where("state", "in", statesOf(tab))
    .orderBy("raisedOn", "desc")
    .orderBy("id", "desc")
    .limit(pageSize)
    .offset(page * pageSize)
    .execute();

/** How many matters are in each stage, at the places of a reader. */
export async function countStates(db: MattersDb, scope: Scope): Promise<Map<string, number>> {
  const rows = await within(db, scope, "matters_matter")
    .select(["state", (eb) => eb.fn.countAll<number>().as("count")])
    .groupBy("state")
    .execute();
  return new Map(rows.map((row) => [row.state, Number(row.count)]));
}

export const mattersOf = (db: MattersDb, personId: string) =>
  everywhere(db, "matters_matter", "what a person raised or entered, wherever it is")
    .selectAll()
    .where((eb) => eb.or([eb("reportedBy", "=", personId), eb("enteredBy", "=", personId)]))
    .orderBy("raisedOn", "desc")
    .orderBy("id", "desc")
    .limit(pageSize)
    .execute();

/** Matters an agenda can be made of, at or below a path, oldest first. */
export const waitingAt = (db: MattersDb, path: string) =>
  everywhere(db, "matters_matter", "what the agenda of a meeting at a place can be made of")
    .selectAll()
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .where("state", "in", statesOf("waiting"))
    .orderBy("raisedOn")
    .orderBy("id")
    .execute();

export const entriesOf = (db: MattersDb, matterId: string) =>
  db.selectFrom("matters_entry").selectAll().where("matterId", "=", matterId).orderBy("at").orderBy("id").execute();

/** The latest screening of a matter. */
export const findScreening = (db: MattersDb, matterId: string) =>
  db.selectFrom("matters_screening").selectAll().where("matterId", "=", matterId).orderBy("screenedAt", "desc").orderBy("id", "desc").executeTakeFirst();
