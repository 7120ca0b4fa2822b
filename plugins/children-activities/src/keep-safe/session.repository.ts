import { byId, everywhere } from "@lianxin/plugin-kit";
import type { ActivitiesDb } from "../plugin.js";
import { cameStates } from "./states.js";

export const none = ["none"];
export const findSession = (db: ActivitiesDb, id: string) => byId(db, "children_activities_session", id).selectAll().executeTakeFirst();
export type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>;
export const findProgramme = (db: ActivitiesDb, id: string) => byId(db, "children_activities_programme", id).selectAll().executeTakeFirst();
export type ProgrammeRow = NonNullable<Awaited<ReturnType<typeof findProgramme>>>;
export const findPost = (db: ActivitiesDb, id: string) => byId(db, "children_activities_post", id).selectAll().executeTakeFirst();
export const findAttendance = (db: ActivitiesDb, id: string) => byId(db, "children_activities_attendance", id).selectAll().executeTakeFirst();
export type AttendanceRow = NonNullable<Awaited<ReturnType<typeof findAttendance>>>;

export const postsOf = (db: ActivitiesDb, sessionIds: readonly string[]) =>
  db
    .selectFrom("children_activities_post")
    .selectAll()
    .where("sessionId", "in", [...none, ...sessionIds])
    .orderBy("plannedAt")
    .orderBy("id")
    .execute();
export const attendancesOf = (db: ActivitiesDb, sessionIds: readonly string[]) =>
  db
    .selectFrom("children_activities_attendance")
    .selectAll()
    .where("sessionId", "in", [...none, ...sessionIds])
    .orderBy("enrolledAt")
    .orderBy("id")
    .execute();
export const sessionsOfProgramme = (db: ActivitiesDb, programmeId: string) =>
  everywhere(db, "children_activities_session", "the dates of a programme that was reached before")
    .selectAll()
    .where("programmeId", "=", programmeId)
    .orderBy("heldOn")
    .execute();

/** Who was there, of those on the list of a session: however they went, and whoever is there still. */
export const came = (attendances: readonly Pick<AttendanceRow, "state">[]): number => attendances.filter(({ state }) => cameStates.includes(state)).length;

/** Is the child on the list of its session: not taken off it, or on it still when its day was over and nobody had opened? */
export const isListed = ({ state, calledOffAt }: Pick<AttendanceRow, "state" | "calledOffAt">, session: Pick<SessionRow, "state" | "endsAt">): boolean =>
  state !== "cancelled" || (session.state === "lapsed" && calledOffAt === session.endsAt);

/** Sessions that are not over, of an adult or of a child. */
export const liveStates = ["planned", "published", "open"] as const;
/**
 * A session that nobody else changes until this transaction ends: two who act at once are judged one after the other, each with what the other did. Undefined when there is none.
 */
export async function lockSession(db: ActivitiesDb, id: string): Promise<SessionRow | undefined> {
  await db
    .updateTable("children_activities_session")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
  return findSession(db, id);
}
export const liveSessionsOfAdult = (db: ActivitiesDb, adultIds: readonly string[]) =>
  everywhere(db, "children_activities_session", "whatever concerns an adult is judged wherever they are on duty")
    .selectAll()
    .where("state", "in", liveStates)
    .where("id", "in", (eb) =>
      eb.selectFrom("children_activities_post").select("sessionId").where("adultId", "in", adultIds).where("state", "in", ["planned", "suspended", "present"]),
    )
    .orderBy("id")
    .execute();
export const liveSessionsOfChild = (db: ActivitiesDb, childId: string) =>
  everywhere(db, "children_activities_session", "whatever concerns a child is judged wherever it is enrolled")
    .selectAll()
    .where("state", "in", liveStates)
    .where("id", "in", (eb) =>
      eb.selectFrom("children_activities_attendance").select("sessionId").where("childId", "=", childId).where("state", "in", ["enrolled", "present"]),
    )
    .orderBy("id")
    .execute();
/** Those, and the ones it comes back to with a new consent: all that one answer may change, by id, so that nobody waits for each other. */
const sessionsToLock = (db: ActivitiesDb, childId: string) =>
  everywhere(db, "children_activities_session", "whatever an answer about a child may change")
    .select("id")
    .where("state", "in", liveStates)
    .where("id", "in", (eb) =>
      eb
        .selectFrom("children_activities_attendance")
        .select("sessionId")
        .where("childId", "=", childId)
        .where((or) => or.or([or("state", "in", ["enrolled", "present"]), or("offReason", "=", "consent")])),
    )
    .orderBy("id")
    .execute();
/** The sessions of a child that are not over, nobody else's to change until this transaction ends, as they stand then: whoever signs it in or out meanwhile comes before or after. */
export async function lockSessionsOfChild(db: ActivitiesDb, childId: string): Promise<SessionRow[]> {
  for (const { id } of await sessionsToLock(db, childId)) await lockSession(db, id);
  return liveSessionsOfChild(db, childId);
}
/** What guardians said of these children; answers of who does not answer for a child any more are proof only, and not among them. */
export const consentsOf = (db: ActivitiesDb, childIds: readonly string[]) =>
  db
    .selectFrom("children_activities_consent")
    .selectAll()
    .where("childId", "in", [...none, ...childIds])
    .where("endedAt", "is", null)
    .orderBy("givenAt")
    .orderBy("id")
    .execute();
