import { createHash } from "node:crypto";
import { writePublicMinutes } from "@lianxin/documents";
import { errors } from "../errors.js";
import type { MeetingRow } from "../find-meeting/meeting.repository.js";
import { moveMeeting } from "../keep-state/move-meeting.js";
import type { MeetingsContext } from "../plugin.js";
import { findBody } from "../set-up-body/body.repository.js";
import { getPackOf } from "../set-up-body/show-body.js";
import { addDays, dayOf, isDay } from "../tell-time/tell-time.js";
import { noticeContent } from "./notice.repository.js";
import { describeMinutes } from "../write-paper/describe-minutes.js";

export interface NewPosting {
  readonly fromOn: string;
  /** Whole days it is up, the first one included. */
  readonly days: number;
}

/** The public version of the minutes: who owns what until when, how many came; no list of names, no contact data but the office's. */
export async function writePublicPage(
  ctx: MeetingsContext,
  meeting: MeetingRow,
  { fromOn, days }: NewPosting,
): Promise<{ title: string; page: string; toOn: string }> {
  const { title, number, time, place, items, leftovers, issuer, issuedOn, present, nonVoting } = await describeMinutes(ctx, meeting);
  const community = await ctx.use.directory.community();
  const contact = [ctx.text("meetings.notice.office", {}, "zh-CN"), community?.officePhone].filter(Boolean).join(" ");
  const toOn = addDays(fromOn, days);
  const counts = { presentCount: present.length, nonVotingCount: nonVoting.length };
  const page = writePublicMinutes({
    title,
    number,
    time,
    place,
    items,
    leftovers,
    issuer,
    issuedOn,
    ...counts,
    postedFrom: fromOn,
    postedTo: toOn,
    contact,
    recordId: meeting.id,
  });
  return { title: `${title}${number}`, page, toOn };
}

/** The chair has read the minutes and they stand: their papers bear this day. */
export const confirmMinutes = (ctx: MeetingsContext, meeting: MeetingRow): Promise<MeetingRow> =>
  moveMeeting(ctx, meeting, "confirmMinutes", { confirmedOn: ctx.clock.today(), confirmedAt: ctx.clock.now() });

/** What stood is to be mended after all: their day is given anew when they stand again. Throws stateWrong once they are up. */
export const reopenMinutes = async (ctx: MeetingsContext, meeting: MeetingRow): Promise<MeetingRow> =>
  moveMeeting(ctx, meeting, "reopenMinutes", { confirmedOn: null });

/** By the rules of the meeting's day minutes are up for so many days at least; throws publicationShort with the citation. */
async function checkDays({ db, clock }: MeetingsContext, { bodyId, startsAt }: MeetingRow, days: number): Promise<void> {
  const { publicationDays, citation } = await getPackOf(db, (await findBody(db, bodyId))!, dayOf(startsAt!, clock.zone));
  if (publicationDays !== null && days < publicationDays)
    throw errors.publicationShort({ days: publicationDays, citation: [citation.law, ...citation.articles].join("") }, "body.days");
}

/** Puts the public version up for some days and freezes it with its hash; throws stateWrong, dayUnknown, windowShort, publicationShort. */
export async function postMinutes(ctx: MeetingsContext, meeting: MeetingRow, posting: NewPosting): Promise<string> {
  const { db, newId, clock, actor, publish, prove } = ctx;
  if (!isDay(posting.fromOn)) throw errors.dayUnknown({ day: posting.fromOn }, "body.fromOn");
  if (posting.fromOn < clock.today()) throw errors.windowShort({}, "body.fromOn");
  await checkDays(ctx, meeting, posting.days);
  const moved = await moveMeeting(ctx, meeting, "post");
  const { title, page, toOn } = await writePublicPage(ctx, moved, posting);
  const id = newId();
  const hash = createHash("sha256").update(page).digest("hex");
  const posted = { id, placePath: meeting.placePath, meetingId: meeting.id, title, page, hash, fromOn: posting.fromOn, toOn };
  const stands = { postedBy: actor.personId, postedAt: clock.now(), state: "up", endReason: null, endedAt: null, endedBy: null };
  await db
    .insertInto("meetings_public_notice")
    .values({ ...posted, ...stands })
    .execute();
  prove("postNotice", id, noticeContent(posted));
  publish("posted", meeting.id, { meetingId: meeting.id, noticeId: id });
  return id;
}
