import { errors } from "../errors.js";
import type { MeetingsContext } from "../plugin.js";
import type { BodyRow } from "../set-up-body/body.repository.js";
import type { SeatMark } from "../words.js";
import { checkGoing } from "./end-body.js";

/** Says what a seat counts as beside a member, in the place of what was said; meetings that are prepared keep how their people were counted. Throws bodyEnded, seatUnknown. */
export async function markSeat({ db, audit }: MeetingsContext, body: BodyRow, seatId: string, marks: readonly SeatMark[]): Promise<void> {
  checkGoing(body);
  const held = await db
    .updateTable("meetings_seat")
    .set({ marks })
    .where("id", "=", seatId)
    .where("bodyId", "=", body.id)
    .where("toOn", "is", null)
    .executeTakeFirst();
  if (Number(held.numUpdatedRows) === 0) throw errors.seatUnknown({}, "params.seatId");
  audit("markSeat", seatId, { bodyId: body.id, marks: marks.join(" ") });
}
