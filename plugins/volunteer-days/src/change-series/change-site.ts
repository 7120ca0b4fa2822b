import { everywhere } from "@lianxin/plugin-kit";
import { promote } from "../cancel-sign-up/promote.js";
import { errors } from "../errors.js";
import type { SeriesRow, SiteRow } from "../keep-days/day.repository.js";
import { checkWork } from "../plan-days/plan-series.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { keepBoard, type OpenDay, type OpenPost } from "../sign-up/board.js";
import { activeOn, type ActiveRow } from "../sign-up/sign-up.repository.js";
import type { PostSpec } from "../tables/days.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { nobody, reachable, type Told } from "../tell-volunteers/reach.js";
import { changedSince, standingOn } from "../tell-volunteers/who-stands.js";
import { writeToVolunteers } from "../tell-volunteers/write-to-volunteers.js";
import { followLeader, withLeader } from "./change-leader.js";
import { getSite, holdAhead } from "./close-site.js";

export interface SiteChange {
  readonly work: string;
  /** Null: where the series meets. */
  readonly meetingPoint: string | null;
  /** Of the members; who leads or can do something is one. */
  readonly least: number;
  readonly most: number;
  /** Left out: as it is. */
  readonly hasLeader?: boolean | undefined;
}
/** What a change of a site does, or did. */
export interface SiteConcerned extends Told {
  /** Who hears of another meeting point. */
  readonly people: number;
  /** Of those who waited, how many have a place now. */
  readonly promoted: number;
}

/** The other meeting point is told to each, as a calendar has to hear it. */
async function tellMeeting(
  ctx: VolunteerDaysContext,
  { day, series }: OpenDay,
  site: { readonly name: string; readonly meetingPoint: string | null },
  row: ActiveRow,
) {
  const sequence = row.sequence + 1;
  await ctx.db.updateTable("volunteer_days_sign_up").set({ sequence }).where("id", "=", row.signUpId).execute();
  const meetingPoint = site.meetingPoint ?? day.meetingPoint ?? series.meetingPoint;
  const params = { ...(await paramsOf(ctx, day)), site: site.name, meetingPoint };
  await writeToVolunteers(ctx, [row], { occasion: "meeting", key: `meeting-${sequence}`, params, startsAt: day.startsAt });
}

/** What was done on the dates that have begun stays what it was: their hours, also those written later, are a record of it. */
async function keepWork({ db, clock }: VolunteerDaysContext, series: SeriesRow, site: SiteRow): Promise<void> {
  const begun = everywhere(db, "volunteer_days_day", "the dates of a series that was reached before")
    .select("id")
    .where("seriesId", "=", series.id)
    .where("startsAt", "<=", clock.now())
    .where("state", "!=", "cancelled");
  await db
    .updateTable("volunteer_days_post")
    .set({ keptWork: site.work })
    .where("siteId", "=", site.id)
    .where("keptWork", "is", null)
    .where("dayId", "in", begun)
    .execute();
}

/** Whether a date has the places of its site: as many, or those that people kept when there were to be fewer. */
const isUsual = (post: OpenPost, { most, least }: Pick<PostSpec, "most" | "least">): boolean =>
  post.least === least && (post.most === most || (post.most > most && post.most === post.taken));

/**
 * Changes the work, the meeting point, the size of the team or whether it has a leader of a site for dates that have not begun; a date whose places were set by hand keeps them, and nobody loses a
 * place. Who has one is told of another meeting point, who waits gets what is free now. `isTry` counts whom it concerns and does no more. Throws siteUnknown, postsOdd, workForbidden, riskyForMinors, insuranceNeeded.
 */
export async function changeSite(
  ctx: VolunteerDaysContext,
  series: SeriesRow,
  siteId: string,
  { work, meetingPoint, least, most, hasLeader }: SiteChange,
  isTry = false,
): Promise<SiteConcerned> {
  const { db, clock, audit } = ctx;
  const site = await getSite(ctx, series, siteId);
  if (most < least || most < 1) throw errors.postsOdd({}, "body.most");
  const hadLeader = site.posts.some(({ kind }) => kind === "leader");
  const team = site.posts.map((post) => (post.kind === "member" ? { ...post, least, most } : post));
  const posts = withLeader(ctx, team, hasLeader ?? hadLeader);
  checkWork(series, { ...site, work, posts }, clock.today(), "body");
  const ahead = [...(await holdAhead(ctx, series)).values()].filter(({ day }) => day.startsAt > clock.now());
  const told: { open: OpenDay; row: ActiveRow }[] = [];
  if (meetingPoint !== site.meetingPoint)
    for (const open of ahead) {
      const here = new Set(open.posts.filter((post) => post.siteId === siteId).map(({ id }) => id));
      if (open.day.state !== "open") continue;
      for (const row of await activeOn(db, open.day.id)) if (row.state === "confirmed" && here.has(row.postId)) told.push({ open, row });
    }
  const people = new Set(told.map(({ row }) => row.volunteerId)).size;
  if (isTry) return { people, promoted: 0, ...nobody };
  const stood = await standingOn(
    ctx,
    ahead.map(({ day }) => day.id),
  );
  if (work !== site.work) await keepWork(ctx, series, site);
  await db.updateTable("volunteer_days_site").set({ work, meetingPoint, posts }).where("id", "=", siteId).execute();
  for (const { open, row } of told) await tellMeeting(ctx, open, { name: site.name, meetingPoint }, row);
  const teams = ahead.flatMap(({ posts: ofDay }) => ofDay).filter((post) => post.siteId === siteId);
  // Before anybody moves up, as who does is told where to meet.
  for (const post of teams) Object.assign(post, { siteMeetingPoint: meetingPoint, work });
  const before = site.posts.find(({ kind }) => kind === "member");
  const isOtherLed = site.closedOn === null && hasLeader !== undefined && hasLeader !== hadLeader;
  let promoted = 0;
  for (const open of site.closedOn === null ? ahead : [])
    for (const post of open.posts) {
      if (post.siteId !== siteId || post.kind !== "member" || !before || !isUsual(post, before)) continue;
      post.most = Math.max(most, post.taken);
      post.least = least;
      await db.updateTable("volunteer_days_post").set({ most: post.most, least }).where("id", "=", post.id).execute();
      if (open.day.state === "open") promoted += await promote(ctx, open, post);
      await keepBoard(db, new Map([[open.day.id, open]]));
    }
  // Those who wait for a place in the team come before those who waited to lead it.
  if (isOtherLed) promoted += await followLeader(ctx, ahead, site, posts);
  audit("site.change", siteId, { people, promoted });
  // Together, as somebody who moves up on one date may hear of the meeting point of another.
  return { people, promoted, ...(await reachable(ctx, [...told.map(({ row }) => row), ...(await changedSince(ctx, stood))])) };
}
