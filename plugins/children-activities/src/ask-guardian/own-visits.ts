import { stepsOf } from "../hand-over/ladder.js";
import { groupBy } from "../group-by.js";
import { kinOfChildren } from "../keep-children/child.repository.js";
import type { ActivitiesDb } from "../plugin.js";

const rowsOf = (db: ActivitiesDb, childIds: readonly string[]) =>
  db
    .selectFrom("children_activities_attendance as attendance")
    .innerJoin("children_activities_session as session", "session.id", "attendance.sessionId")
    .innerJoin("children_activities_programme as programme", "programme.id", "session.programmeId")
    .select(["attendance.id as id", "attendance.childId as childId", "attendance.state as state", "session.heldOn as heldOn", "programme.title as title"])
    .select(["attendance.arrivedAt as arrivedAt", "attendance.departedAt as departedAt"])
    .select(["attendance.collectorId as collectorId", "attendance.guardianId as guardianId"])
    .where("attendance.childId", "in", ["none", ...childIds])
    .where("attendance.state", "not in", ["enrolled", "cancelled"])
    .orderBy("session.heldOn", "desc")
    .orderBy("attendance.id")
    .limit(500)
    .execute();

/** Whoever collected, on the list still or not; the name sealed. Who does not answer for the child any more is forgotten. */
async function takersOf(db: ActivitiesDb, childIds: readonly string[], ids: readonly (string | null)[]) {
  const collectors = await db
    .selectFrom("children_activities_collector")
    .select(["id", "relation", "name", "sessionId"])
    .where("id", "in", ["none", ...ids.filter((id) => id !== null)])
    .execute();
  const kin = (await kinOfChildren(db, childIds)).map(({ guardianId: id, relation, name }) => ({ id, relation, name, sessionId: null }));
  return new Map([...collectors, ...kin].map(({ sessionId, ...one }) => [one.id, { ...one, isOneOff: sessionId !== null }]));
}

/** When some children came and went, by whom they were collected, the name sealed, and how often somebody was refused; newest first, the last so many of all of them. */
export async function visitsOf(db: ActivitiesDb, childIds: readonly string[]) {
  const rows = await rowsOf(db, childIds);
  const takers = await takersOf(
    db,
    childIds,
    rows.map(({ collectorId }) => collectorId),
  );
  const steps = await stepsOf(
    db,
    rows.map(({ id }) => id),
  );
  const refused = groupBy(
    steps.filter(({ step }) => step === "refused"),
    ({ attendanceId }) => attendanceId,
  );
  return rows.map(({ collectorId, guardianId, ...row }) => ({
    ...row,
    by: takers.get(collectorId ?? guardianId ?? "") ?? null,
    refused: (refused.get(row.id) ?? []).map(({ at }) => at),
  }));
}
