import { errors } from "../errors.js";
import type { SeatKind } from "../meetings.js";
import type { MeetingsContext } from "../plugin.js";
import type { SeatMark } from "../words.js";
import { checkGoing } from "../keep-body/end-body.js";
import { partiesOf, seatsOf, type BodyRow } from "./body.repository.js";

/** Gives a person a seat from today on; throws bodyEnded, personUnknown, seatTwice. Meetings that are announced keep who was asked. */
export async function addSeat(
  { db, newId, clock, use, audit }: MeetingsContext,
  body: BodyRow,
  seat: { readonly partyId: string; readonly personId: string; readonly kind: SeatKind; readonly marks?: readonly SeatMark[] | undefined },
): Promise<string> {
  checkGoing(body);
  const bodyId = body.id;
  const person = await use.directory.findPerson(seat.personId);
  if (!person) throw errors.personUnknown({ party: "" }, "body.personId");
  if (!(await partiesOf(db, bodyId)).some(({ id }) => id === seat.partyId)) throw errors.partyUnknown({}, "body.partyId");
  if ((await seatsOf(db, bodyId, clock.today())).some(({ personId }) => personId === person.id))
    throw errors.seatTwice({ name: person.fullName }, "body.personId");
  const id = newId();
  await db
    .insertInto("meetings_seat")
    .values({ id, bodyId, ...seat, marks: seat.marks ?? null, personId: person.id, fromOn: clock.today(), toOn: null })
    .execute();
  audit("addSeat", id, { bodyId });
  return id;
}

/** Ends a seat today; who held it until then stays known. Throws bodyEnded, seatUnknown, seatsNeeded for the last seat with a vote. */
export async function endSeat({ db, clock, audit }: MeetingsContext, body: BodyRow, seatId: string): Promise<void> {
  checkGoing(body);
  const seats = await seatsOf(db, body.id, clock.today());
  if (!seats.some(({ id }) => id === seatId)) throw errors.seatUnknown({}, "params.seatId");
  if (!seats.some(({ id, kind }) => id !== seatId && kind === "voting")) throw errors.seatsNeeded({}, "params.seatId");
  await db.updateTable("meetings_seat").set({ toOn: clock.today() }).where("id", "=", seatId).execute();
  audit("endSeat", seatId, { bodyId: body.id });
}
