import { errors } from "../errors.js";
import type { ActivitiesDb } from "../plugin.js";
import type { AttendanceRow } from "./session.repository.js";
import { attendanceMoves, postMoves } from "./states.js";

type AttendanceMove = keyof typeof attendanceMoves;
type PostMove = keyof typeof postMoves;
type AttendanceSet = Partial<Pick<AttendanceRow, "wearsPhotoBadge" | "arrivedAt" | "departedAt" | "absenceCalledAt" | "collectorId" | "guardianId">>;
type PostSet = Partial<Record<"arrivedAt" | "leftAt" | "leftReason", string | null>>;

/** Moves a child at a session; whoever comes second finds it in another state and changes nothing. Throws attendanceOver. */
export async function moveAttendance(db: ActivitiesDb, id: string, move: AttendanceMove, set: AttendanceSet = {}): Promise<void> {
  const { from, to } = attendanceMoves[move];
  const { numUpdatedRows } = await db
    .updateTable("children_activities_attendance")
    .set({ ...set, state: to })
    .where("id", "=", id)
    .where("state", "in", from)
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== 1) throw errors.attendanceOver();
}

/** Moves a duty, in the same way. Throws postOver. */
export async function movePost(db: ActivitiesDb, id: string, move: PostMove, set: PostSet = {}): Promise<void> {
  const { from, to } = postMoves[move];
  const { numUpdatedRows } = await db
    .updateTable("children_activities_post")
    .set({ ...set, state: to })
    .where("id", "=", id)
    .where("state", "in", from)
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== 1) throw errors.postOver();
}
