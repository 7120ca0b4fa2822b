import { findDay, findSeries, postsOf, type DayRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { tasksOf } from "../hold-day/tasks-of.js";
import { standingOf } from "../certify-hours/certify-hours.js";
import { linkAfterSwap } from "./show-end.js";
import { serviceOf } from "../record-hours/service.repository.js";
import { findOtherDays } from "../offer-other-days/other-days.js";
import { showOwnRota } from "../leave-rota/leave-rota.js";
import { childrenWith } from "../keep-together/children-with.js";
import { placesOf } from "../sign-up/other-places.repository.js";
import { entriesById } from "./calendar.repository.js";
import { countBefore, everOn, findVolunteer, type SignUpRow } from "../sign-up/sign-up.repository.js";
import { feedOf, linkOf } from "../sign-up/private-link.js";
import { opensMinutes } from "../check-in-self/rotating-code.js";
import { addMinutes, tellNumber } from "../tell-time/tell-time.js";

/** So many of their services are shown one by one. */
const mostServed = 20;

/** What was written down for them so far: the sum of all days, the newest ones that stand, and what stands of this one. */
async function servedBy({ db }: VolunteerDaysContext, { id, volunteerId }: SignUpRow) {
  const rows = await serviceOf(db, volunteerId, "0001-01-01", "9999-12-31");
  const standing = standingOf(rows);
  const newest = standing.slice(-mostServed).reverse();
  return {
    minutes: rows.reduce((sum, { minutes }) => sum + minutes, 0),
    served: newest.map(({ servedOn, siteName, minutes }) => ({ heldOn: servedOn, siteName, minutes })),
    hereMinutes: standing.find(({ signUpId }) => signUpId === id)?.minutes ?? null,
  };
}

/** Their other dates ahead, each with its own link. */
async function othersOf(ctx: VolunteerDaysContext, { id: own, volunteerId }: SignUpRow) {
  const rows = (await placesOf(ctx, [volunteerId])).get(volunteerId)!.filter(({ id }) => id !== own);
  const entries = new Map(
    (
      await entriesById(
        ctx.db,
        rows.map(({ id }) => id),
      )
    ).map((entry) => [entry.id, entry]),
  );
  return [...rows]
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    .map(({ id, state, startsAt, endsAt }) => ({ link: linkOf(ctx, id), state, startsAt, endsAt, siteName: entries.get(id)!.siteName }));
}

/** From an hour before the start to an hour after the end whoever has a place may sign in and out. */
const isOpenNow = ({ state, startsAt, endsAt }: DayRow, row: SignUpRow, now: string): boolean =>
  state === "open" &&
  row.state === "confirmed" &&
  row.endedAt === null &&
  now >= addMinutes(startsAt, -opensMinutes) &&
  now <= addMinutes(endsAt, opensMinutes);

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
    dayId: day.id,
    state: row.state,
    number: tellNumber(day.originalOn, row.number),
    queue: row.state === "waiting" ? (await countBefore(db, row)) + 1 : null,
    ...{
      title: series!.title,
      originalOn: day.originalOn,
      heldOn: day.heldOn,
      startsAt: day.startsAt,
      endsAt: day.endsAt,
      dayState: day.state,
      reason: day.reason,
      holiday: day.holiday,
      words: day.words,
    },
    ...{ siteName: post.siteName, postTitle: post.title, work: post.work, tools: series!.tools, hazards: series!.hazards },
    meetingPoint: post.siteMeetingPoint ?? day.meetingPoint ?? series!.meetingPoint,
    phone: community?.officePhone ?? null,
    task: row.state === "confirmed" && !isOver && day.state !== "cancelled" ? tasksOf(day, posts, await everOn(db, day.id)).get(row.id)! || null : null,
    ...(await servedBy(ctx, row)),
    ...{ isOver, isAbsent: row.isAbsent, endReason: row.endReason, swappedTo: await linkAfterSwap(ctx, row) },
    others: await othersOf(ctx, row),
    feed: feedOf(ctx, volunteer!),
    offeredUntil: row.offeredUntil,
    because: row.endedAt === null ? row.because : null,
    children: row.endedAt === null && !isOver ? (await childrenWith(ctx, day, posts, row, row.id)).length : 0,
    rota: await showOwnRota(ctx, row.volunteerId),
    mayPassOn: row.state === "confirmed" && row.endedAt === null && row.arrivedAt === null && day.state === "open" && day.startsAt > clock.now(),
    otherDays: (row.endedAt !== null && row.endReason !== "swapped") || day.state === "cancelled" ? await findOtherDays(ctx, row, day) : [],
    ...{ arrivedAt: row.arrivedAt, leftAt: row.leftAt, isOpen: isOpenNow(day, row, clock.now()) },
    mayCancel: row.endedAt === null && row.arrivedAt === null && !isOver && day.state !== "cancelled",
    mayComeAgain: row.endedAt !== null && row.endReason !== "swapped" && !isOver && day.state === "open",
  };
}
