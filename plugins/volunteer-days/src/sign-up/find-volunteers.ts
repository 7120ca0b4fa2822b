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

const keyOf = (phoneIndex: string | null, { placePath, nameKey, personId }: Pick<Identity, "placePath" | "nameKey" | "personId">): string =>
  personId ? `${placePath} person ${personId}` : `${placePath} phone ${phoneIndex} ${nameKey}`;

async function findKnown({ db }: VolunteerDaysContext, phoneIndexes: readonly string[], personIds: readonly string[]) {
  const columns = ["id", "placePath", "nameKey", "phoneIndex", "personId"] as const;
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
  const look = async () => new Map((await findKnown(ctx, indexes, personIds)).map((row) => [keyOf(row.phoneIndex, row), row.id]));
  const known = await look();
  const rows = new Map<string, NewVolunteer>();
  const keys = marked.map(({ who, phoneIndex }) => {
    const id = newId();
    const key = who.personId === null && phoneIndex === null ? `new ${id}` : keyOf(phoneIndex, who);
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
      skills: null,
    };
    if (!known.has(key) && !rows.has(key)) rows.set(key, { id, ...who, ...standing, createdAt: clock.now() });
    return key;
  });
  return { keys, known, rows, look };
}

/**
 * The volunteers in the order of the identities, new ones made: one for a name and phone in a community, one for a person. Who gave no phone
 * is always new. A row somebody else made at the same moment is taken over. O(identities).
 */
export async function findVolunteers(ctx: VolunteerDaysContext, identities: readonly Identity[]): Promise<FoundVolunteer[]> {
  const { keys, known, rows, look } = await seek(ctx, identities);
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
