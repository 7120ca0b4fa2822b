import { byId, within, type Place, type Scope } from "@lianxin/plugin-kit";
import type { MeetingsDb } from "../plugin.js";

export const findBody = (db: MeetingsDb, id: string) => byId(db, "meetings_body", id).selectAll().executeTakeFirst();
export type BodyRow = NonNullable<Awaited<ReturnType<typeof findBody>>>;

export async function placeOfBody(db: MeetingsDb, id: string): Promise<Place | undefined> {
  const row = await findBody(db, id);
  return row && { path: row.placePath };
}

export const listBodies = (db: MeetingsDb, scope: Scope) =>
  within(db, scope, "meetings_body").selectAll().where("endedOn", "is", null).orderBy("createdAt").limit(200).execute();

export const listEndedBodies = (db: MeetingsDb, scope: Scope) =>
  within(db, scope, "meetings_body").selectAll().where("endedOn", "is not", null).orderBy("endedOn", "desc").orderBy("id").limit(200).execute();

/** Every party a body ever had. */
export const allPartiesOf = (db: MeetingsDb, bodyId: string) =>
  db.selectFrom("meetings_party").selectAll().where("bodyId", "=", bodyId).orderBy("position").execute();
export type PartyRow = Awaited<ReturnType<typeof allPartiesOf>>[number];

/** The parties that sit in a body now. */
export const partiesOf = async (db: MeetingsDb, bodyId: string): Promise<PartyRow[]> =>
  (await allPartiesOf(db, bodyId)).filter(({ endedOn }) => endedOn === null);

/** Seats that hold on a day, in the order of their parties. */
export const seatsOf = (db: MeetingsDb, bodyId: string, on: string) =>
  db
    .selectFrom("meetings_seat")
    .innerJoin("meetings_party", "meetings_party.id", "meetings_seat.partyId")
    .select([
      "meetings_seat.id",
      "meetings_seat.personId",
      "meetings_seat.kind",
      "meetings_seat.partyId",
      "meetings_seat.marks",
      "meetings_seat.fromOn",
      "meetings_party.name as partyName",
      "meetings_party.position as partyPosition",
    ])
    .where("meetings_seat.bodyId", "=", bodyId)
    .where("meetings_seat.fromOn", "<=", on)
    .where((eb) => eb.or([eb("meetings_seat.toOn", "is", null), eb("meetings_seat.toOn", ">", on)]))
    .orderBy("meetings_party.position")
    .orderBy("meetings_seat.id")
    .execute();
export type SeatRow = Awaited<ReturnType<typeof seatsOf>>[number];
