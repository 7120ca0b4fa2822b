import { errors } from "../errors.js";
import { daysAheadOf, sitesOf, type SeriesRow, type SiteRow } from "../keep-days/day.repository.js";
import { addPosts } from "../plan-days/open-days.js";
import { checkWork } from "../plan-days/plan-series.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays } from "../sign-up/board.js";
import { nobody, type Told } from "../tell-volunteers/reach.js";
import { reachChanged, standingOn } from "../tell-volunteers/who-stands.js";
import { followLeader } from "./change-leader.js";
import { settleWaiting } from "./settle-waiting.js";

/** What closing a site does, or did: counted by date, so that somebody with two dates counts twice. */
export interface Closed extends Told {
  readonly stillComing: number;
  readonly waiting: number;
  readonly moved: number;
  readonly ended: number;
}

/** A site of a series; throws siteUnknown. */
export async function getSite({ db }: VolunteerDaysContext, { id }: SeriesRow, siteId: string): Promise<SiteRow> {
  const site = (await sitesOf(db, id)).find((one) => one.id === siteId);
  if (!site) throw errors.siteUnknown({}, "params.siteId");
  return site;
}

/** The dates of a series that are not over, held first, as whoever signs up holds them too. */
export async function holdAhead({ db, clock }: VolunteerDaysContext, { id }: SeriesRow) {
  const days = await daysAheadOf(db, id, clock.now());
  return holdDays(
    db,
    days.map((day) => day.id),
  );
}

/**
 * No team goes to a site any more: its free places ahead are taken away, who has one keeps it, and who waits there goes elsewhere or is told that the line
 * has ended. Gives how many places are kept, how many waited, were moved and were told: `isTry` counts and does no more. Throws siteUnknown.
 */
export async function closeSite(ctx: VolunteerDaysContext, series: SeriesRow, siteId: string, isTry = false): Promise<Closed> {
  const { db, clock, audit } = ctx;
  await getSite(ctx, series, siteId);
  const board = await holdAhead(ctx, series);
  const posts = [...board.values()].flatMap((open) => open.posts.filter((post) => post.siteId === siteId));
  const sum = (of: "taken" | "waiting") => posts.reduce((count, post) => count + post[of], 0);
  const closed = { stillComing: sum("taken"), waiting: sum("waiting"), moved: 0, ended: 0, ...nobody };
  if (isTry) return closed;
  const stood = await standingOn(ctx, [...board.keys()]);
  await db.updateTable("volunteer_days_site").set({ closedOn: clock.today() }).where("id", "=", siteId).execute();
  const ids = [...board.keys()];
  await db
    .updateTable("volunteer_days_post")
    .set((eb) => ({ most: eb.ref("taken"), least: 0 }))
    .where("siteId", "=", siteId)
    .where("dayId", "in", ["", ...ids])
    .execute();
  for (const open of (await holdDays(db, ids)).values()) {
    if (open.day.startsAt <= clock.now()) continue;
    const { moved, ended } = await settleWaiting(
      ctx,
      open,
      open.posts.filter((post) => post.siteId === siteId),
      "siteClosed",
    );
    closed.moved += moved;
    closed.ended += ended;
  }
  const { stillComing, moved, ended } = closed;
  audit("site.close", siteId, { stillComing, waiting: closed.waiting, moved, ended });
  return { ...closed, ...(await reachChanged(ctx, stood)) };
}

/** A team goes to a site again, on dates that have not begun, with the places the site asks for. Who kept a place has it still. Throws siteUnknown, insuranceNeeded, and what is forbidden by now. */
export async function reopenSite(ctx: VolunteerDaysContext, series: SeriesRow, siteId: string): Promise<void> {
  const { db, clock, audit } = ctx;
  const site = await getSite(ctx, series, siteId);
  if (site.closedOn === null) return;
  checkWork(series, site, clock.today(), "params");
  const ahead = [...(await holdAhead(ctx, series)).values()].filter(({ day }) => day.startsAt > clock.now());
  await db.updateTable("volunteer_days_site").set({ closedOn: null }).where("id", "=", siteId).execute();
  for (const { posts } of ahead)
    for (const { id, siteId: at, kind, taken } of posts) {
      const spec = site.posts.find((one) => one.kind === kind);
      if (at !== siteId || !spec || kind === "leader") continue;
      await db
        .updateTable("volunteer_days_post")
        .set({ most: Math.max(spec.most, taken), least: spec.least })
        .where("id", "=", id)
        .execute();
    }
  // It may have been said while nobody went there.
  await followLeader(ctx, ahead, site, site.posts);
  // Dates that were opened meanwhile have no team there.
  await addPosts(
    ctx,
    ahead.map(({ day }) => day.id),
    [site],
  );
  audit("site.reopen", siteId, { seriesId: series.id });
}
