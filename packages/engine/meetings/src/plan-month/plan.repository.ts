import { byId, everywhere, within, type Place, type Scope } from "@lianxin/plugin-kit";
import type { MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsDb } from "../plugin.js";
import type { PlanKind } from "./plan-words.js";

export const findPlan = (db: MeetingsDb, id: string) => byId(db, "meetings_plan", id).selectAll().executeTakeFirst();
export type PlanRow = NonNullable<Awaited<ReturnType<typeof findPlan>>>;

export async function placeOfPlan(db: MeetingsDb, id: string): Promise<Place | undefined> {
  const row = await findPlan(db, id);
  return row && { path: row.placePath };
}

/** The latest plans at the reader's places, newest first. */
export const listPlans = (db: MeetingsDb, scope: Scope) =>
  within(db, scope, "meetings_plan")
    .select(["id", "kind", "state", "fromOn", "untilOn", "createdAt", "appliedAt", "taskId"])
    .orderBy("createdAt", "desc")
    .orderBy("id")
    .limit(20)
    .execute();

export type PlanChanges = Partial<Pick<PlanRow, "state" | "taskId" | "problem" | "stood" | "assignments" | "facts" | "appliedAt">>;
export const changePlan = (db: MeetingsDb, id: string, changes: PlanChanges) => db.updateTable("meetings_plan").set(changes).where("id", "=", id).execute();

const below = (db: MeetingsDb, path: string) =>
  everywhere(db, "meetings_meeting", "meetings that one plan places together, at and below its place")
    .selectAll()
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`);

/** What a plan places: drafts without an announced time, or announced meetings that begin in a span of instants. */
export function meetingsToPlan(db: MeetingsDb, kind: PlanKind, path: string, from: string, to: string): Promise<MeetingRow[]> {
  if (kind === "month") return below(db, path).where("state", "=", "draft").orderBy("createdAt").orderBy("id").limit(500).execute();
  return below(db, path)
    .where("state", "=", "noticed")
    .where("startsAt", ">=", from)
    .where("startsAt", "<", to)
    .orderBy("startsAt")
    .orderBy("id")
    .limit(800)
    .execute();
}

/** Announced meetings of the span, which a plan of drafts goes around. */
export const announcedAt = (db: MeetingsDb, path: string, from: string, to: string) =>
  below(db, path)
    .where("state", "in", ["noticed", "checking_in", "in_session", "minutes_draft", "minutes_confirmed", "published"])
    .where("startsAt", ">=", from)
    .where("startsAt", "<", to)
    .orderBy("startsAt")
    .limit(800)
    .execute();

/** Who of these meetings said that they cannot come and sends nobody. */
export const declinesOf = (db: MeetingsDb, meetingIds: readonly string[]) =>
  db
    .selectFrom("meetings_invitee")
    .select(["meetingId", "personId"])
    .where("meetingId", "in", ["", ...meetingIds])
    .where("rsvp", "=", "not_coming")
    .where("substituteId", "is", null)
    .execute();

/** By meeting: what its agenda begins with. */
export async function firstItemsOf(db: MeetingsDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom("meetings_agenda_item")
    .select(["meetingId", "title"])
    .where("meetingId", "in", ["", ...ids])
    .where("position", "=", 0)
    .execute();
  return new Map(rows.map(({ meetingId, title }) => [meetingId, title]));
}

/** Meetings by their ids, in chunks that both databases take. */
export const titlesOf = (db: MeetingsDb, ids: readonly string[]) =>
  everywhere(db, "meetings_meeting", "titles of the meetings of one plan, whose place was checked")
    .select(["id", "title", "state", "bodyId", "minutes"])
    .where("id", "in", ["", ...ids])
    .execute();
