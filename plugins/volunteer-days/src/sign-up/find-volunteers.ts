import { everywhere, insertRows } from "@lianxin/plugin-kit";
import type { Insertable } from "kysely";
import type { VolunteerDaysContext, VolunteerDaysDatabase } from "../plugin.js";

/** Who somebody is: their name and phone, or the person whose account asks. */
export interface Identity {
  readonly placePath: string;
  readonly name: string;
  readonly nameKey: string;
  readonly phone: string | null;
  readonly personId: string | null;
}
type NewVolunteer = Insertable<VolunteerDaysDatabase["volunteer_days_volunteer"]>;
const why = "a volunteer is found by who asks, not listed";
const slice = 500;

type Known = Pick<Identity, "placePath" | "nameKey" | "personId"> & { readonly phoneIndex: string | null };
const personKey = (placePath: string, personId: string): string => `${placePath} person ${personId}`;
const phoneKey = ({ placePath, nameKey, phoneIndex }: Omit<Known, "personId">): string => `${placePath} phone ${phoneIndex} ${nameKey}`;
const keyOf = (who: Known): string => (who.personId ? personKey(who.placePath, who.personId) : phoneKey(who));
/** A row is found by its person and by its name and phone alike. */
const keysOf = (row: Known): string[] => [
  ...(row.personId === null ? [] : [personKey(row.placePath, row.personId)]),
  ...(row.phoneIndex === null ? [] : [phoneKey(row)]),
];
const columns = ["id", "placePath", "nameKey", "phoneIndex", "personId"] as const;

async function findKnown({ db }: VolunteerDaysContext, phoneIndexes: readonly string[], personIds: readonly string[]) {
  const found = [];
  for (let i = 0; i < phoneIndexes.length; i += slice)
    found.push(
      ...(await everywhere(db, "volunteer_days_volunteer", why)
        .select(columns)
        .where("phoneIndex", "in", phoneIndexes.slice(i, i + slice))
        .execute()),
    );
  if (personIds.length > 0) found.push(...(await everywhere(db, "volunteer_days_volunteer", why).select(columns).where("personId", "in", personIds).execute()));
  return found;
}

/**
 * One human is one volunteer: of who is not known by what they said, the row they have by the other way. A person of the directory may have come by name and one of
 * their phones before; who gives name and phone may have come as a person before. Key to row. O(those not known).
 */
async function findSame(ctx: VolunteerDaysContext, unknown: readonly Known[]): Promise<Map<string, { id: string; personId: string }>> {
  const same = new Map<string, { id: string; personId: string }>();
  for (const who of unknown) {
    if (who.personId === null) continue;
    const indexes = await ctx.use.directory.phoneIndexesOf(who.personId);
    const rows = (await findKnown(ctx, indexes, [])).filter((row) => row.personId === null && row.placePath === who.placePath && row.nameKey === who.nameKey);
    if (rows[0]) same.set(keyOf(who), { id: rows[0].id, personId: who.personId });
  }
  const named = unknown.filter(({ personId, phoneIndex }) => personId === null && phoneIndex !== null);
  for (let i = 0; i < named.length; i += slice) {
    const part = named.slice(i, i + slice);
    const rows = await everywhere(ctx.db, "volunteer_days_volunteer", why)
      .select(columns)
      .where("placePath", "in", [...new Set(part.map(({ placePath }) => placePath))])
      .where("personId", "is not", null)
      .where("nameKey", "in", [...new Set(part.map(({ nameKey }) => nameKey))])
      .execute();
    for (const { id, placePath, nameKey, personId } of rows) {
      const indexes = await ctx.use.directory.phoneIndexesOf(personId!);
      for (const who of part)
        if (who.placePath === placePath && who.nameKey === nameKey && indexes.includes(who.phoneIndex!)) same.set(keyOf(who), { id, personId: personId! });
    }
  }
  return same;
}

export interface FoundVolunteer {
  readonly id: string;
  /** Made just now, by this transaction: nothing else can name them yet. */
  readonly isNew: boolean;
}

/** Who is known of the identities, and the rows of those who are not. */
async function seek(ctx: VolunteerDaysContext, identities: readonly Identity[]) {
  const { blind, newId, clock } = ctx;
  const marked = identities.map((who) => ({ who, phoneIndex: who.phone === null ? null : blind(who.phone) }));
  const indexes = [...new Set(marked.flatMap(({ phoneIndex }) => phoneIndex ?? []))];
  const personIds = [...new Set(identities.flatMap(({ personId }) => personId ?? []))];
  const look = async () => new Map((await findKnown(ctx, indexes, personIds)).flatMap((row) => keysOf(row).map((key) => [key, row.id] as const)));
  const known = await look();
  const same = await findSame(
    ctx,
    marked.map(({ who, phoneIndex }) => ({ ...who, phoneIndex })).filter((one) => keysOf(one).length > 0 && !known.has(keyOf(one))),
  );
  for (const [key, { id }] of same) known.set(key, id);
  const rows = new Map<string, NewVolunteer>();
  const keys = marked.map(({ who, phoneIndex }) => {
    const id = newId();
    const key = who.personId === null && phoneIndex === null ? `new ${id}` : keyOf({ ...who, phoneIndex });
    const standing = {
      joinedRotaAt: null,
      mayLead: false,
      isReserve: false,
      knownSiteIds: [],
      ageBand: null,
      guardianAgreedOn: null,
      feedTurn: null,
      rotaPausedUntil: null,
      leftRotaAt: null,
      takenOffAt: null,
      rotaSeriesIds: null,
      leftSeries: null,
      skills: null,
    };
    if (!known.has(key) && !rows.has(key)) rows.set(key, { id, ...who, ...standing, createdAt: clock.now() });
    return key;
  });
  return { keys, known, rows, look, same };
}

/**
 * The volunteers in the order of the identities, new ones made: one for a name and phone in a community, one for a person,
 * and the same one where the directory knows the phone as that person's. Who gave no phone is always new. A row somebody else made at the same moment is taken over. O(identities).
 */
export async function findVolunteers(ctx: VolunteerDaysContext, identities: readonly Identity[]): Promise<FoundVolunteer[]> {
  const { keys, known, rows, look, same } = await seek(ctx, identities);
  for (const { id, personId } of same.values()) await ctx.db.updateTable("volunteer_days_volunteer").set({ personId }).where("id", "=", id).execute();
  const fresh = [...rows.values()];
  const made = await insertRows(ctx.db, "volunteer_days_volunteer", fresh, { skips: true });
  const settled = made < fresh.length ? await look() : known;
  return keys.map((key) => ({ id: settled.get(key) ?? rows.get(key)!.id, isNew: made === fresh.length && rows.has(key) }));
}

/** The same, with nobody made: who is new has an id that nothing names yet. */
export async function lookForVolunteers(ctx: VolunteerDaysContext, identities: readonly Identity[]): Promise<FoundVolunteer[]> {
  const { keys, known, rows } = await seek(ctx, identities);
  return keys.map((key) => ({ id: known.get(key) ?? rows.get(key)!.id, isNew: rows.has(key) }));
}
