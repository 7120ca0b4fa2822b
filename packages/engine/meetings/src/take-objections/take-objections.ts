import { hideNumbers } from "@lianxin/documents";
import { everywhere } from "@lianxin/plugin-kit";
import { createHash } from "node:crypto";
import { errors } from "../errors.js";
import { moveMeeting } from "../keep-state/move-meeting.js";
import { takeMeetingTurn } from "../keep-state/take-turn.js";
import { getNextNotice, getNextObjection } from "../keep-state/take-steps.js";
import type { NoticeMove } from "../keep-state/machines.js";
import type { MeetingsContext, MeetingsDb } from "../plugin.js";
import { dayOf, tellDay } from "../tell-time/tell-time.js";
import { findNotice } from "../publish-minutes/notice.repository.js";
import { findObjection, objectionsOf, type ObjectionRow } from "./objection.repository.js";

export type NoticeRow = NonNullable<Awaited<ReturnType<typeof findNotice>>>;
export interface NewObjection {
  readonly words: string;
  readonly name?: string | undefined;
}

/** The new state is written over the one that was read only: what was taken down meanwhile stays down. Throws noticeWrong. */
async function move(ctx: MeetingsContext, notice: NoticeRow, by: NoticeMove, changes: Partial<NoticeRow> = {}): Promise<void> {
  const state = getNextNotice(ctx, notice.state ?? "up", by);
  const { numUpdatedRows } = await ctx.db
    .updateTable("meetings_public_notice")
    .set({ ...changes, state })
    .where("id", "=", notice.id)
    .where("state", notice.state === null ? "is" : "=", notice.state)
    .executeTakeFirst();
  if (Number(numUpdatedRows) > 0) return;
  const now = (await findNotice(ctx.db, notice.id))?.state ?? "up";
  throw errors.noticeWrong({ state: ctx.text(`meetings.posting.${now}`), move: ctx.text(`meetings.posting.move.${by}`) });
}

/** Somebody is of another opinion, from the first day of the notice to its last, that one included. Throws windowOver, noticeWrong. */
export async function raiseObjection(ctx: MeetingsContext, { id: noticeId, meetingId }: NoticeRow, { words, name }: NewObjection): Promise<string> {
  const { db, newId, clock, publish } = ctx;
  await takeMeetingTurn(db, meetingId);
  const notice = (await findNotice(db, noticeId))!;
  if (clock.today() > notice.toOn) throw errors.windowOver({ day: notice.toOn });
  await move(ctx, notice, "object");
  const id = newId();
  const said = { words: words.trim(), name: name?.trim() || null };
  await db
    .insertInto("meetings_objection")
    .values({ id, noticeId: notice.id, ...said, state: "received", raisedAt: clock.now(), answer: null, answeredAt: null, answeredBy: null })
    .execute();
  publish("objected", notice.meetingId, { meetingId: notice.meetingId, noticeId: notice.id });
  return id;
}

/**
 * What the community says to an objection: it stays as it is, or there is something in it. When none waits any more the notice is simply up again, or has
 * a fault and waits to be taken down. Throws objectionAnswered.
 */
export async function answerNoticeObjection(
  ctx: MeetingsContext,
  { id: objectionId, noticeId }: ObjectionRow,
  { answer, isUpheld }: { readonly answer: string; readonly isUpheld: boolean },
): Promise<void> {
  const { db, clock, actor, audit } = ctx;
  await takeMeetingTurn(db, (await findNotice(db, noticeId))!.meetingId);
  const objection = (await findObjection(db, objectionId))!;
  const state = getNextObjection(objection.state, isUpheld ? "uphold" : "answer");
  await db
    .updateTable("meetings_objection")
    .set({ state, answer: answer.trim(), answeredAt: clock.now(), answeredBy: actor.personId })
    .where("id", "=", objection.id)
    .execute();
  const notice = (await findNotice(db, objection.noticeId))!;
  const objections = await objectionsOf(db, notice.id);
  const waits = objections.some((one) => one.state === "received");
  if (!waits && notice.state === "objected") await move(ctx, notice, objections.some((one) => one.state === "upheld") ? "fault" : "clear");
  audit("answerObjection", objection.id, { noticeId: notice.id, isUpheld });
}

/** Taken down, with a reason that anybody may read; the page and its hash stay kept, and the minutes are open to be mended. Throws noticeWrong. */
export async function withdrawNotice(ctx: MeetingsContext, { id, meetingId }: NoticeRow, reason: string): Promise<void> {
  const meeting = await takeMeetingTurn(ctx.db, meetingId);
  const notice = (await findNotice(ctx.db, id))!;
  await move(ctx, notice, "withdraw", { endReason: reason.trim(), endedAt: ctx.clock.now(), endedBy: ctx.actor.personId });
  if (meeting.state === "published") await moveMeeting(ctx, meeting, "takeDown");
  ctx.audit("withdrawNotice", notice.id);
}

/** Notices whose last day is over and against which nothing waits stand from now on. Gives how many there were; so many at a time. */
export async function settleNotices(ctx: MeetingsContext): Promise<number> {
  const rows = await everywhere(ctx.db, "meetings_public_notice", "ending windows is a job without a reader")
    .selectAll()
    .where("toOn", "<", ctx.clock.today())
    .where((eb) => eb.or([eb("state", "is", null), eb("state", "=", "up")]))
    .orderBy("toOn")
    .limit(100)
    .execute();
  let settled = 0;
  for (const { id, meetingId } of rows.sort((a, b) => (a.meetingId < b.meetingId ? -1 : 1))) {
    await takeMeetingTurn(ctx.db, meetingId);
    const notice = (await findNotice(ctx.db, id))!;
    if ((notice.state ?? "up") !== "up") continue;
    await move(ctx, notice, "settle", { endedAt: ctx.clock.now() });
    settled += 1;
  }
  return settled;
}

/** The page as it was put up; throws noticeDown when it was taken down. */
export function readNotice({ clock }: Pick<MeetingsContext, "clock">, { page, state, endReason, endedAt }: NoticeRow): string {
  if (state === "withdrawn") throw errors.noticeDown({ day: tellDay(dayOf(endedAt!, clock.zone)), reason: endReason ?? "" });
  return page;
}

/** Notices whose kept page is not the one that was put up. */
export async function findChangedNotices(db: MeetingsDb): Promise<string[]> {
  const rows = await everywhere(db, "meetings_public_notice", "a check-up compares every page with its hash").select(["id", "page", "hash"]).execute();
  return rows.filter(({ page, hash }) => createHash("sha256").update(page).digest("hex") !== hash).map(({ id }) => id);
}

/**
 * A notice as its page shows it: to anybody whether it is up and until when; and what the community answered; what was said against it, and by
 * whom, only to those who answer it.
 */
export async function showNotice({ db, use }: MeetingsContext, notice: NoticeRow, { mayAnswer }: { readonly mayAnswer: boolean }) {
  const { id, title, fromOn, toOn, hash, endReason, endedAt } = notice;
  const all = await objectionsOf(db, id);
  const objections = mayAnswer ? all : [];
  const takenOut = await db.selectFrom("meetings_redaction").select("at").where("noticeId", "=", id).orderBy("id").execute();
  const names = await use.directory.namesOf(objections.flatMap(({ answeredBy }) => answeredBy ?? []));
  return {
    ...{ id, title, fromOn, toOn, hash, state: notice.state ?? "up", endReason, endedAt, mayAnswer },
    takenOutAt: takenOut.map(({ at }) => at),
    phone: (await use.directory.community())?.officePhone ?? null,
    answers: all.flatMap(({ id, state, answer, answeredAt }) =>
      answer === null ? [] : [{ id, isUpheld: state === "upheld", answer: hideNumbers(answer), answeredAt: answeredAt! }],
    ),
    objections: objections.map(({ id, words, name, state, raisedAt, answer, answeredBy }) => ({
      ...{ id, words, name, state, raisedAt, answer },
      answeredBy: names.get(answeredBy ?? "") ?? null,
    })),
  };
}
