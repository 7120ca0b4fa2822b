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

/** Nobody's account stands for a cadre any more: whoever it was reads no elder from now on. Nothing where nobody's did. */
export async function unlinkCadre({ db, audit }: ElderPairingContext, { id, personId }: CadreRow): Promise<void> {
  if (personId === null) return;
  await db.updateTable("elder_pairing_cadre").set({ personId: null }).where("id", "=", id).execute();
  audit("cadre.unlink", id, { personId });
}

/** Whose person of the directory an elder is: whoever is erased there is erased here. Throws personUnknown. */
export async function linkElder({ db, use, audit }: ElderPairingContext, elder: ElderRow, personId: string): Promise<void> {
  const person = await use.directory.findPerson(personId);
  if (!person) throw errors.personUnknown({}, "body.personId");
  await db.updateTable("elder_pairing_elder").set({ personId: person.id }).where("id", "=", elder.id).execute();
  audit("elder.link", elder.id, { personId: person.id });
}

/** An elder is nobody of the directory any more: whoever is erased there stays here. Nothing where they were nobody. */
export async function unlinkElder({ db, audit }: ElderPairingContext, { id, personId }: ElderRow): Promise<void> {
  if (personId === null) return;
  await db.updateTable("elder_pairing_elder").set({ personId: null }).where("id", "=", id).execute();
  audit("elder.unlink", id, { personId });
}

/** Somebody of the directory, with what tells them from a namesake. */
export interface Namesake {
  readonly personId: string;
  readonly place: string;
  readonly distinction: string;
}

/** Who of the directory has one of these names, in the community alone; merged records count as one. O(people of those names). */
export async function findNamesakes({ db, use }: ElderPairingContext, names: readonly string[]): Promise<ReadonlyMap<string, readonly Namesake[]>> {
  const path = (await use.directory.community())?.path ?? "/";
  const rows = await db
    .selectFrom("directory_v1_person as person")
    .leftJoin("directory_v1_place as place", "place.id", "person.placeId")
    .select(["person.canonicalId as personId", "person.fullName as name", "person.distinction", "place.name as place"])
    .where("person.fullName", "in", ["", ...new Set(names)])
    .where("person.isListed", "=", true)
    .where("person.placePath", ">=", path)
    .where("person.placePath", "<", `${path}\uffff`)
    .orderBy("person.canonicalId")
    .execute();
  const told = ({ personId, place, distinction }: (typeof rows)[number]): [string, Namesake] => [
    personId,
    { personId, place: place ?? "", distinction: distinction ?? "" },
  ];
  return new Map([...groupBy(rows, ({ name }) => name)].map(([name, people]) => [name, [...new Map(people.map(told)).values()]]));
}

/** People for whom no other cadre stands already: whom a cadre may be linked to. */
export async function findFree({ db }: ElderPairingContext, people: readonly Namesake[]): Promise<readonly Namesake[]> {
  const rows = await everywhere(db, "elder_pairing_cadre", why)
    .select("personId")
    .where("personId", "in", ["", ...people.map(({ personId }) => personId)])
    .where("state", "=", "active")
    .execute();
  const taken = new Set(rows.map(({ personId }) => personId));
  return people.filter(({ personId }) => !taken.has(personId));
}
