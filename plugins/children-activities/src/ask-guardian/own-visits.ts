import type { ActivitiesDb } from "../plugin.js";

/** When some children came and went, newest first; the last so many of all of them. */
export const visitsOf = (db: ActivitiesDb, childIds: readonly string[]) =>
  db
    .selectFrom("children_activities_attendance as attendance")
    .innerJoin("children_activities_session as session", "session.id", "attendance.sessionId")
    .innerJoin("children_activities_programme as programme", "programme.id", "session.programmeId")
    .select(["attendance.id as id", "attendance.childId as childId", "attendance.state as state", "session.heldOn as heldOn", "programme.title as title"])
    .select(["attendance.arrivedAt as arrivedAt", "attendance.departedAt as departedAt"])
    .where("attendance.childId", "in", ["none", ...childIds])
    .where("attendance.state", "not in", ["enrolled", "cancelled"])
    .orderBy("session.heldOn", "desc")
    .orderBy("attendance.id")
    .limit(500)
    .execute();
