import { byId, everywhere, within, type Place, type Scope } from "@lianxin/plugin-kit";
import type { MattersDb } from "../plugin.js";
import { statesOf, type Tab } from "./tabs.js";

export const findMatterRow = (db: MattersDb, id: string) => byId(db, "matters_matter", id).selectAll().executeTakeFirst();
export type MatterRow = NonNullable<Awaited<ReturnType<typeof findMatterRow>>>;

export const mattersByIds = (db: MattersDb, ids: readonly string[]): Promise<MatterRow[]> =>
  everywhere(db, "matters_matter", "matters that another plugin names")
    .selectAll()
    .where("id", "in", ["", ...ids])
    .execute();

export async function placeOfMatter(db: MattersDb, id: string): Promise<Place | undefined> {
  const row = await findMatterRow(db, id);
  return row && { path: row.placePath };
}

export const pageSize = 50;

/**
 * A page of a tab, newest first. `communities` are those around the reader's places: with one of them the index of that community gives the page in
 * order, without them the index of the whole tab does; neither reads more rows than it skips.
 */
export const listMatters = (db: MattersDb, scope: Scope, tab: Tab, page: number, communities?: readonly string[]) =>
  within(db, scope, "matters_matter")
    .selectAll()
    .where("stage", "=", tab)
    .$if(communities !== undefined, (query) => query.where("communityPath", "in", communities!))
    .orderBy("raisedOn", "desc")
    .orderBy("id", "desc")
    .limit(pageSize)
    .offset(page * pageSize)
    .execute();

/** What waits to be screened at the places of a reader: so many, those first whose answer is due first, and those without a day last. */
export const listWaiting = (db: MattersDb, scope: Scope, most: number) =>
  within(db, scope, "matters_matter")
    .selectAll()
    .where("stage", "=", "screening")
    .orderBy((eb) => eb("replyBy", "is", null))
    .orderBy("replyBy")
    .orderBy("raisedOn")
    .orderBy("id")
    .limit(most)
    .execute();

/** How many of them should have been answered before a day. */
export async function countLate(db: MattersDb, scope: Scope, today: string): Promise<number> {
  const query = within(db, scope, "matters_matter").select((eb) => eb.fn.countAll().as("count"));
  const { count } = await query.where("stage", "=", "screening").where("replyBy", "<", today).executeTakeFirstOrThrow();
  return Number(count);
}

/** How many matters are in each state, at the places of a reader. O(places × states), reads no matters. */
export async function countStates(db: MattersDb, scope: Scope): Promise<Map<string, number>> {
  const rows = await within(db, scope, "matters_tally")
    .select(["state", (eb) => eb.fn.sum<number>("count").as("sum")])
    .groupBy("state")
    .execute();
  return new Map(rows.map((row) => [row.state, Number(row.sum)]));
}

export const mattersOf = (db: MattersDb, personId: string) =>
  everywhere(db, "matters_matter", "what a person raised or entered, wherever it is")
    .selectAll()
    .where((eb) => eb.or([eb("reportedBy", "=", personId), eb("enteredBy", "=", personId)]))
    .orderBy("raisedOn", "desc")
    .orderBy("id", "desc")
    .limit(pageSize)
    .execute();

/** Matters at or below a path in some states under one tab, oldest first: what the agenda of a meeting can be made of. */
const openAt = (db: MattersDb, path: string, tab: Tab, states: readonly string[]) =>
  everywhere(db, "matters_matter", "what the agenda of a meeting at a place can be made of")
    .selectAll()
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .where("stage", "=", tab)
    .where("state", "in", states)
    .orderBy("raisedOn")
    .orderBy("id")
    .execute();
export const waitingAt = (db: MattersDb, path: string) => openAt(db, path, "waiting", statesOf("waiting"));
export const escalatedAt = (db: MattersDb, path: string) => openAt(db, path, "working", ["escalated"]);

/** The matters that remarks of one meeting became, in their order; what one was split into was not said there. */
export const remarksOf = (db: MattersDb, talkId: string): Promise<MatterRow[]> =>
  everywhere(db, "matters_matter", "what became of a meeting whose place was checked")
    .selectAll()
    .where("talkId", "=", talkId)
    .where("talkId", "is not", null)
    .where("splitFromId", "is", null)
    .orderBy("id")
    .execute();

/** So many merges on the way to one matter are followed; more are a mistake. */
const deepest = 20;

/** Whatever was merged into a matter, and into those in turn, nearest first. O(merges) queries. */
export async function allMergedInto(db: MattersDb, id: string): Promise<MatterRow[]> {
  const found: MatterRow[] = [];
  for (let level = [id], depth = 0; level.length > 0 && depth < deepest; depth++) {
    const next = (await Promise.all(level.map((one) => mergedInto(db, one)))).flat().filter((row) => !found.some((known) => known.id === row.id));
    found.push(...next);
    level = next.map((row) => row.id);
  }
  return found;
}

/** Matters merged into one, and matters one was split into. */
export const mergedInto = (db: MattersDb, id: string) =>
  everywhere(db, "matters_matter", "whoever raised a duplicate is told of the one it became")
    .selectAll()
    .where("mergedIntoId", "=", id)
    .orderBy("number")
    .execute();
/** Every part a matter was ever split into, those of a split that was taken back too. */
export const everyPartOf = (db: MattersDb, id: string) =>
  everywhere(db, "matters_matter", "the parts of a matter are shown with it").selectAll().where("splitFromId", "=", id).orderBy("number").execute();

/** The parts a matter is split into. */
export const partsOfMatter = (db: MattersDb, id: string) =>
  everywhere(db, "matters_matter", "the parts of a matter are shown with it")
    .selectAll()
    .where("splitFromId", "=", id)
    .where("id", "not in", db.selectFrom("matters_entry").select("matterId").where("move", "=", "joinBack"))
    .orderBy("number")
    .execute();

export const entriesOf = (db: MattersDb, matterId: string) =>
  db.selectFrom("matters_entry").selectAll().where("matterId", "=", matterId).orderBy("at").orderBy("id").execute();

/** The latest screening of a matter. */
export const findScreening = (db: MattersDb, matterId: string) =>
  db.selectFrom("matters_screening").selectAll().where("matterId", "=", matterId).orderBy("screenedAt", "desc").orderBy("id", "desc").executeTakeFirst();
