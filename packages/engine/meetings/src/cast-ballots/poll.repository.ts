import { byId, everywhere, within, type Place, type Scope } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { decisionsOf } from "../find-meeting/meeting.repository.js";
import type { MeetingsDb } from "../plugin.js";

export const findPoll = (db: MeetingsDb, id: string) => byId(db, "meetings_poll", id).selectAll().executeTakeFirst();
export type PollRow = NonNullable<Awaited<ReturnType<typeof findPoll>>>;

export async function getPoll(db: MeetingsDb, id: string): Promise<PollRow> {
  const row = await findPoll(db, id);
  if (!row) throw errors.pollUnknown({}, "params.pollId");
  return row;
}

export async function placeOfPoll(db: MeetingsDb, id: string): Promise<Place | undefined> {
  const row = await findPoll(db, id);
  return row && { path: row.placePath };
}

export const listPolls = (db: MeetingsDb, scope: Scope) => within(db, scope, "meetings_poll").selectAll().orderBy("id", "desc").limit(200).execute();

/** Polls of one meeting or decision, whose place was checked. */
export const pollsOfMeeting = (db: MeetingsDb, meetingId: string) =>
  everywhere(db, "meetings_poll", "the polls of one meeting, whose place was checked").selectAll().where("meetingId", "=", meetingId).orderBy("id").execute();
export const pollsOfDecision = (db: MeetingsDb, decisionId: string) =>
  everywhere(db, "meetings_poll", "the polls of one decision, whose place was checked")
    .selectAll()
    .where("decisionId", "=", decisionId)
    .orderBy("id")
    .execute();

/** Votes of a meeting and those its decisions waited for. */
export async function pollsAround(db: MeetingsDb, meetingId: string): Promise<PollRow[]> {
  const linked = await Promise.all((await decisionsOf(db, meetingId)).map(({ id }) => pollsOfDecision(db, id)));
  return [...(await pollsOfMeeting(db, meetingId)), ...linked.flat()];
}

/** By decision: the vote of the competent body that was begun for it and stands, not withdrawn nor ended with too few. */
export async function standingPollsOf(db: MeetingsDb, decisionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (decisionIds.length === 0) return new Map();
  const polls = await everywhere(db, "meetings_poll", "the polls of the decisions of one meeting, whose place was checked")
    .select(["id", "decisionId", "state", "result"])
    .where("decisionId", "in", decisionIds)
    .orderBy("id")
    .execute();
  return new Map(polls.filter(({ state, result }) => state !== "withdrawn" && result?.isQuorate !== false).map(({ id, decisionId }) => [decisionId!, id]));
}

/** Counted votes whose count is proved; those counted before counts were are not. */
const sealedPolls = (db: MeetingsDb) => everywhere(db, "meetings_poll", "the audit is compared with every counted vote").where("isSealed", "=", true);
export const sealedOf = (db: MeetingsDb, ids: readonly string[]) => sealedPolls(db).selectAll().where("id", "in", ids).execute();

export async function countSealed(db: MeetingsDb): Promise<number> {
  const { count } = await sealedPolls(db)
    .select(({ fn }) => fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** By decision: the vote of the competent body on it that was counted with enough taking part. */
export async function decidedPollsOf(db: MeetingsDb, decisionIds: readonly string[]): Promise<ReadonlyMap<string, PollRow>> {
  if (decisionIds.length === 0) return new Map();
  const polls = await everywhere(db, "meetings_poll", "the polls of decisions whose place was checked")
    .selectAll()
    .where("decisionId", "in", decisionIds)
    .where("state", "=", "closed")
    .orderBy("id")
    .execute();
  return new Map(polls.filter(({ result }) => result?.isQuorate).map((poll) => [poll.decisionId!, poll]));
}

export const unitsOf = (db: MeetingsDb, pollId: string) =>
  db.selectFrom("meetings_poll_unit").selectAll().where("pollId", "=", pollId).orderBy("position").execute();
export type UnitRow = Awaited<ReturnType<typeof unitsOf>>[number];

export const findUnit = (db: MeetingsDb, pollId: string, unitId: string) =>
  db.selectFrom("meetings_poll_unit").selectAll().where("pollId", "=", pollId).where("id", "=", unitId).executeTakeFirst();

export const ballotsOf = (db: MeetingsDb, pollId: string) =>
  db.selectFrom("meetings_poll_ballot").selectAll().where("pollId", "=", pollId).orderBy("id").execute();

export const boxesOf = (db: MeetingsDb, pollId: string) => db.selectFrom("meetings_poll_box").selectAll().where("pollId", "=", pollId).orderBy("id").execute();

const sliceSize = 400;
/** Puts another roll in the place of the one there is, in slices. */
export async function replaceRoll(db: MeetingsDb, pollId: string, units: readonly UnitRow[]): Promise<void> {
  await db.deleteFrom("meetings_poll_unit").where("pollId", "=", pollId).execute();
  for (let at = 0; at < units.length; at += sliceSize)
    await db
      .insertInto("meetings_poll_unit")
      .values(units.slice(at, at + sliceSize))
      .execute();
}
