import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { groupBy } from "../keep-people/group-by.js";
import type { CadreRow, ElderRow } from "../keep-people/people.repository.js";
import type { ElderPairingContext } from "../plugin.js";

const why = "an account stands for one cadre";

/** Whose person of the directory a cadre is. Throws personUnknown, personTaken. */
export async function linkCadre({ db, use, audit }: ElderPairingContext, cadre: CadreRow, personId: string): Promise<void> {
  const person = await use.directory.findPerson(personId);
  if (!person) throw errors.personUnknown({}, "body.personId");
  const taken = await everywhere(db, "elder_pairing_cadre", why)
    .select("id")
    .where("personId", "=", person.id)
    .where("state", "=", "active")
    .where("id", "!=", cadre.id)
    .executeTakeFirst();
  if (taken) throw errors.personTaken({}, "body.personId");
  await db.updateTable("elder_pairing_cadre").set({ personId: person.id }).where("id", "=", cadre.id).execute();
  audit("cadre.link", cadre.id, { personId: person.id });
}

/** Whose person of the directory an elder is: whoever is erased there is erased here. Throws personUnknown. */
export async function linkElder({ db, use, audit }: ElderPairingContext, elder: ElderRow, personId: string): Promise<void> {
  const person = await use.directory.findPerson(personId);
  if (!person) throw errors.personUnknown({}, "body.personId");
  await db.updateTable("elder_pairing_elder").set({ personId: person.id }).where("id", "=", elder.id).execute();
  audit("elder.link", elder.id, { personId: person.id });
}

/** People of the directory by name, in the community alone; merged records count as one. O(people). */
async function peopleByName({ db, use }: ElderPairingContext): Promise<ReadonlyMap<string, readonly string[]>> {
  const path = (await use.directory.community())?.path ?? "/";
  const rows = await db
    .selectFrom("directory_v1_person")
    .select(["canonicalId", "fullName"])
    .distinct()
    .where("isListed", "=", true)
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .execute();
  return new Map([...groupBy(rows, ({ fullName }) => fullName)].map(([name, people]) => [name, people.map(({ canonicalId }) => canonicalId)]));
}

/** Who of the directory has an elder's name, with where they live: whoever links decides. O(people of that name). */
export async function listNamesakes({ db, use }: ElderPairingContext, { name }: ElderRow): Promise<{ personId: string; place: string; distinction: string }[]> {
  const path = (await use.directory.community())?.path ?? "/";
  const rows = await db
    .selectFrom("directory_v1_person as person")
    .leftJoin("directory_v1_place as place", "place.id", "person.placeId")
    .select(["person.canonicalId as personId", "person.distinction", "place.name as place"])
    .where("person.fullName", "=", name)
    .where("person.isListed", "=", true)
    .where("person.placePath", ">=", path)
    .where("person.placePath", "<", `${path}\uffff`)
    .orderBy("person.canonicalId")
    .execute();
  const known = new Map(rows.map(({ personId, place, distinction }) => [personId, { personId, place: place ?? "", distinction: distinction ?? "" }]));
  return [...known.values()];
}

/** The one person of the directory who has a cadre's name. Throws namesakes. */
export async function findNamesake(ctx: ElderPairingContext, { name }: CadreRow): Promise<string> {
  const found = (await peopleByName(ctx)).get(name) ?? [];
  if (found.length !== 1) throw errors.namesakes({ name, count: found.length });
  return found[0]!;
}

/** What linking everybody came to: a name that several have, or nobody has, is left to be linked one by one. */
export interface Linked {
  readonly linked: number;
  readonly several: readonly string[];
  readonly missing: readonly string[];
}

/** Links every cadre at or below a place who has no person yet and whose name exactly one person and one cadre has. O(cadres + people). */
export async function linkEverybody(ctx: ElderPairingContext, path: string): Promise<Linked> {
  const { db, audit } = ctx;
  const cadres = await everywhere(db, "elder_pairing_cadre", why).select(["id", "name", "personId", "placePath"]).where("state", "=", "active").execute();
  const people = await peopleByName(ctx);
  const taken = new Set(cadres.map(({ personId }) => personId));
  const named = groupBy(cadres, ({ name }) => name);
  const several: string[] = [];
  const missing: string[] = [];
  let linked = 0;
  for (const { id, name, personId, placePath } of cadres) {
    if (personId !== null || !placePath.startsWith(path)) continue;
    const found = people.get(name) ?? [];
    if (found.length === 0) missing.push(name);
    else if (found.length > 1 || named.get(name)!.length > 1 || taken.has(found[0]!)) several.push(name);
    else {
      await db.updateTable("elder_pairing_cadre").set({ personId: found[0]! }).where("id", "=", id).execute();
      linked++;
    }
  }
  audit("cadres.link", path, { linked, several: several.length, missing: missing.length });
  return { linked, several: [...new Set(several)], missing };
}
