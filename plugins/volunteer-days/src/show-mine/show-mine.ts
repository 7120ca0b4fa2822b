import { writeInvitation } from "@lianxin/documents";
import { findDay, findSeries, postsOf } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { countBefore, findVolunteer, type SignUpRow } from "../sign-up/sign-up.repository.js";
import { linkOf } from "../sign-up/private-link.js";
import { tellNumber } from "../tell-time/tell-time.js";

/** One sign-up as its owner sees it. */
export async function showMine(ctx: VolunteerDaysContext, row: SignUpRow) {
  const { db, clock, use } = ctx;
  const day = (await findDay(db, row.dayId))!;
  const [series, posts, community, volunteer] = await Promise.all([
    findSeries(db, day.seriesId),
    postsOf(db, [day.id]),
    use.directory.community(),
    findVolunteer(db, row.volunteerId),
  ]);
  const post = posts.find(({ id }) => id === row.postId)!;
  const isOver = day.endsAt <= clock.now();
  return {
    name: volunteer!.name,
    state: row.state,
    number: tellNumber(day.originalOn, row.number),
    queue: row.state === "waiting" ? (await countBefore(db, row)) + 1 : null,
    ...{ title: series!.title, heldOn: day.heldOn, startsAt: day.startsAt, endsAt: day.endsAt, dayState: day.state, words: day.words },
    ...{ siteName: post.siteName, postTitle: post.title, work: post.work, tools: series!.tools, hazards: series!.hazards },
    meetingPoint: post.siteMeetingPoint ?? day.meetingPoint ?? series!.meetingPoint,
    phone: community?.officePhone ?? null,
    mayCancel: row.endedAt === null && !isOver,
    mayComeAgain: row.endedAt !== null && !isOver && day.state === "open",
  };
}

/** The calendar entry of a sign-up: one UID for ever, a SEQUENCE that rises, cancelled when it ended or the day was called off. */
export async function writeMine(ctx: VolunteerDaysContext, row: SignUpRow): Promise<string> {
  const day = (await findDay(ctx.db, row.dayId))!;
  const { title, siteName, meetingPoint, work, tools } = await showMine(ctx, row);
  const isCancelled = row.endedAt !== null || day.state === "cancelled";
  return writeInvitation({
    method: "PUBLISH",
    stamp: ctx.clock.now(),
    uid: `${row.id}@lianxin`,
    sequence: row.sequence + day.sequence,
    ...{ startsAt: day.startsAt, endsAt: day.endsAt, zone: ctx.clock.zone, title: `${title} ${siteName}`, place: meetingPoint },
    description: [work, tools].filter(Boolean).join("\n"),
    attendees: [],
    url: ctx.linkTo(linkOf(ctx, row.id)),
    reminderMinutes: 60,
    isCancelled,
  });
}
