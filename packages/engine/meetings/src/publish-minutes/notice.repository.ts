import { byId, everywhere, within, type Place, type Scope } from "@lianxin/plugin-kit";
import type { MeetingsDb } from "../plugin.js";

export const findNotice = (db: MeetingsDb, id: string) => byId(db, "meetings_public_notice", id).selectAll().executeTakeFirst();

type NoticeRow = NonNullable<Awaited<ReturnType<typeof findNotice>>>;

/** What nobody may change of a notice once it was put up. */
export const noticeContent = ({ meetingId, title, page, fromOn, toOn }: Pick<NoticeRow, "meetingId" | "title" | "page" | "fromOn" | "toOn">) => ({
  ...{ meetingId, title, page, fromOn, toOn },
});

const allNotices = (db: MeetingsDb) => everywhere(db, "meetings_public_notice", "the audit is compared with every notice");

export async function noticeContents(db: MeetingsDb, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const rows = await allNotices(db).selectAll().where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, noticeContent(row)]));
}

export async function countNotices(db: MeetingsDb): Promise<number> {
  const { count } = await allNotices(db)
    .select(({ fn }) => fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The place of a notice, one for a day to come too: for who puts notices up. */
export async function placeOfAnyNotice(db: MeetingsDb, id: string): Promise<Place | undefined> {
  const row = await findNotice(db, id);
  return row && { path: row.placePath };
}

/** The place of a notice that is up or was; one to come is not there yet. */
export async function placeOfNotice(db: MeetingsDb, id: string, today: string): Promise<Place | undefined> {
  const row = await findNotice(db, id);
  return row && row.fromOn <= today ? { path: row.placePath } : undefined;
}

/** The notice of a meeting that was put up last and not taken down; it may be for a day to come. */
export async function findNoticeOf(db: MeetingsDb, meetingId: string): Promise<{ readonly id: string; readonly fromOn: string } | null> {
  const row = await everywhere(db, "meetings_public_notice", "the notice of one meeting, whose place was checked")
    .select(["id", "fromOn"])
    .where("meetingId", "=", meetingId)
    .where((eb) => eb.or([eb("state", "is", null), eb("state", "<>", "withdrawn")]))
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row ?? null;
}

export const listNotices = (db: MeetingsDb, scope: Scope, today: string) =>
  within(db, scope, "meetings_public_notice")
    .select(["id", "meetingId", "title", "fromOn", "toOn", "hash", "state"])
    .where("fromOn", "<=", today)
    .orderBy("fromOn", "desc")
    .orderBy("id")
    .limit(50)
    .execute();

/** Decisions of meetings whose minutes are up, latest first. */
export const listPostedDecisions = (db: MeetingsDb, scope: Scope, today: string) =>
  within(db, scope, "meetings_decision")
    .innerJoin("meetings_public_notice", "meetings_public_notice.meetingId", "meetings_decision.meetingId")
    .innerJoin("meetings_meeting", "meetings_meeting.id", "meetings_decision.meetingId")
    .innerJoin("meetings_motion", "meetings_motion.id", "meetings_decision.motionId")
    .select([
      "meetings_decision.id",
      "meetings_decision.meetingId",
      "meetings_decision.text",
      "meetings_decision.arithmetic",
      "meetings_decision.effect",
      "meetings_decision.decidedOn",
      "meetings_decision.warnings",
    ])
    .select(["meetings_motion.yes", "meetings_motion.no", "meetings_motion.abstain"])
    .select(["meetings_meeting.title", "meetings_meeting.year", "meetings_meeting.serial", "meetings_public_notice.id as noticeId"])
    .where("meetings_public_notice.fromOn", "<=", today)
    .where("meetings_decision.effect", "<>", "revoked")
    .where((eb) => eb.or([eb("meetings_public_notice.state", "is", null), eb("meetings_public_notice.state", "<>", "withdrawn")]))
    .orderBy("meetings_decision.decidedOn", "desc")
    .orderBy("meetings_decision.serial")
    .limit(50)
    .execute();
