import { byId, within, type Place, type Scope } from "@lianxin/plugin-kit";
import type { ElderPairingDb } from "../plugin.js";

const pathOf = (row: { readonly placePath: string } | undefined): Place | undefined => row && { path: row.placePath };

export const placeOfElder = async (db: ElderPairingDb, id: string): Promise<Place | undefined> =>
  pathOf(await byId(db, "elder_pairing_elder", id).select("placePath").executeTakeFirst());

/** Where somebody lives now, of a row about them: who answers there answers for what is opened again. Of an elder who is on no register any more where the row was. */
export const placeNowOf = async (db: ElderPairingDb, { elderId, placePath }: { readonly elderId: string; readonly placePath: string }): Promise<string> =>
  (await placeOfElder(db, elderId))?.path ?? placePath;

export const placeOfCadre = async (db: ElderPairingDb, id: string): Promise<Place | undefined> =>
  pathOf(await byId(db, "elder_pairing_cadre", id).select("placePath").executeTakeFirst());

export const findElder = (db: ElderPairingDb, id: string) => byId(db, "elder_pairing_elder", id).selectAll().executeTakeFirst();
export type ElderRow = NonNullable<Awaited<ReturnType<typeof findElder>>>;

export const findCadre = (db: ElderPairingDb, id: string) => byId(db, "elder_pairing_cadre", id).selectAll().executeTakeFirst();
export type CadreRow = NonNullable<Awaited<ReturnType<typeof findCadre>>>;

export const contactsOf = (db: ElderPairingDb, elderId: string) =>
  db.selectFrom("elder_pairing_contact").selectAll().where("elderId", "=", elderId).orderBy("rank").execute();

export const consentsOf = (db: ElderPairingDb, elderId: string) =>
  db.selectFrom("elder_pairing_consent").selectAll().where("elderId", "=", elderId).orderBy("givenOn").orderBy("scope").execute();

export const listCadres = (db: ElderPairingDb, scope: Scope) =>
  within(db, scope, "elder_pairing_cadre")
    .leftJoin("directory_v1_place as place", "place.placePath", "elder_pairing_cadre.placePath")
    .select(["elder_pairing_cadre.id", "elder_pairing_cadre.placePath", "elder_pairing_cadre.name", "place.name as village", "sex", "unit", "phone"])
    .select(["limit", "personId", "state", "untilOn"])
    .where("state", "=", "active")
    .orderBy("unit")
    .orderBy("elder_pairing_cadre.name")
    .orderBy("elder_pairing_cadre.id")
    .execute();

/** Pairs that run at the places of a scope, with the elder's name: first helpers, then covers, then backups. */
export const helpsNow = (db: ElderPairingDb, scope: Scope) =>
  within(db, scope, "elder_pairing_pair")
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_pair.elderId")
    .select(["elder_pairing_pair.cadreId", "elder_pairing_pair.elderId", "elder.name as elder", "elder_pairing_pair.role"])
    .where("elder_pairing_pair.untilOn", "is", null)
    .orderBy("elder_pairing_pair.role", "desc")
    .orderBy("elder.name")
    .execute();

/** Leaves that run on a day or are ahead of it. */
export const leavesFrom = (db: ElderPairingDb, day: string) =>
  db.selectFrom("elder_pairing_leave").select(["id", "cadreId", "fromOn", "toOn"]).where("toOn", ">=", day).orderBy("fromOn").execute();
