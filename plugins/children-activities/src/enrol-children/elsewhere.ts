import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { groupBy } from "../group-by.js";
import { findAttendance, findProgramme, findSession, liveStates, lockSession, type AttendanceRow, type SessionRow } from "../keep-safe/session.repository.js";
import type { ActivitiesContext, ActivitiesDb } from "../plugin.js";

/** A date by its hours. */
export type Span = Pick<SessionRow, "id" | "startsAt" | "endsAt">;
/** Two dates that are at least partly at the same time. */
export const overlaps = (one: Span, other: Span): boolean => one.id !== other.id && one.startsAt < other.endsAt && other.startsAt < one.endsAt;

const why = "no child is at two activities at once";

/** The dates of a home that are not over and at the time of one of these. One query. */
export async function besideOf(db: ActivitiesDb, homeId: string, spans: readonly Span[]): Promise<SessionRow[]> {
  const until = spans.reduce((latest, { endsAt }) => (endsAt > latest ? endsAt : latest), "");
  const from = spans.reduce((first, { startsAt }) => (startsAt < first ? startsAt : first), until);
  const rows = await everywhere(db, "children_activities_session", why)
    .selectAll()
    .where("homeId", "=", homeId)
    .where("state", "in", liveStates)
    .where("startsAt", "<", until)
    .where("endsAt", ">", from)
    .orderBy("id")
    .execute();
  return rows.filter((row) => spans.some((span) => overlaps(row, span)));
}

/**
 * These dates of a home and those at the same time, nobody else's to change until this transaction ends, by id, so that nobody waits for each other: of two who write one child on two lists the second sees what
 * the first did.
 */
export async function lockWithBeside(db: ActivitiesDb, homeId: string, spans: readonly Span[]): Promise<void> {
  const ids = new Set([...spans, ...(await besideOf(db, homeId, spans))].map(({ id }) => id));
  for (const id of [...ids].sort()) await lockSession(db, id);
}

/** The dates that are not over on whose list some children are, by child. Two queries. */
export async function expectedAt(db: ActivitiesDb, childIds: readonly string[]): Promise<ReadonlyMap<string, SessionRow[]>> {
  const rows = await db
    .selectFrom("children_activities_attendance")
    .select(["childId", "sessionId"])
    .where("childId", "in", ["none", ...childIds])
    .where("state", "in", ["enrolled", "present"])
    .where("sessionId", "in", everywhere(db, "children_activities_session", why).select("id").where("state", "in", liveStates))
    .execute();
  const sessions = await everywhere(db, "children_activities_session", why)
    .selectAll()
    .where("id", "in", ["none", ...new Set(rows.map(({ sessionId }) => sessionId))])
    .execute();
  const byId = new Map(sessions.map((session) => [session.id, session]));
  return new Map([...groupBy(rows, ({ childId }) => childId)].map(([childId, own]) => [childId, own.map(({ sessionId }) => byId.get(sessionId)!)]));
}

/** The title of another activity one of these children is expected at while the date lasts; undefined when all are free. */
export async function clashAt(db: ActivitiesDb, session: Span, childIds: readonly string[]): Promise<string | undefined> {
  const expected = await expectedAt(db, childIds);
  const clash = [...expected.values()].flat().find((other) => overlaps(session, other));
  return clash && (await findProgramme(db, clash.programmeId))!.title;
}

/** All dates on the lists of which a child is that day, theirs to change as above, when there is more than one. */
export async function lockDayOf(db: ActivitiesDb, attendanceId: string): Promise<void> {
  const { childId, sessionId } = (await findAttendance(db, attendanceId))!;
  const { heldOn } = (await findSession(db, sessionId))!;
  const sameDay = await everywhere(db, "children_activities_session", why)
    .select("id")
    .where("heldOn", "=", heldOn)
    .where("state", "in", liveStates)
    .where("id", "in", (eb) =>
      eb.selectFrom("children_activities_attendance").select("sessionId").where("childId", "=", childId).where("state", "!=", "cancelled"),
    )
    .orderBy("id")
    .execute();
  if (sameDay.length > 1) for (const { id } of sameDay) await lockSession(db, id);
}

/** Is the child there at another date of that day? One of another day that nobody closed holds no child. Throws childElsewhere. */
export async function mustBeNowhereElse({ db }: ActivitiesContext, { childId }: Pick<AttendanceRow, "childId">, session: SessionRow): Promise<void> {
  const there = await everywhere(db, "children_activities_session", why)
    .select("programmeId")
    .where("id", "!=", session.id)
    .where("heldOn", "=", session.heldOn)
    .where("state", "in", liveStates)
    .where("id", "in", (eb) =>
      eb.selectFrom("children_activities_attendance").select("sessionId").where("childId", "=", childId).where("state", "=", "present"),
    )
    .executeTakeFirst();
  if (there) throw errors.childElsewhere({ title: (await findProgramme(db, there.programmeId))!.title });
}
