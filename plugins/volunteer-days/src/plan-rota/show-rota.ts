import type { SeriesRow } from "../keep-days/day.repository.js";
import { daysOfSeries, postsOf, sitesOf } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { findMissingYears } from "../plan-days/open-days.js";
import { activeOn } from "../sign-up/sign-up.repository.js";
import { addDays } from "../tell-time/tell-time.js";
import { onRota } from "../enrol-volunteers/enrol-volunteer.js";
import { planInWorker } from "./plan-in-worker.js";
import { readRota } from "./read-problem.js";
import type { Rota, RotaProblem } from "./rota-problem.js";

/** The board: weeks by the sites the reader may see, who has a place, and who would get the free ones. O(sign-ups of the series). */
export async function showRota(
  ctx: VolunteerDaysContext,
  series: SeriesRow,
  plan: (problem: RotaProblem) => Promise<Rota> = (problem) => planInWorker(ctx, problem),
  isTheirs: (siteId: string) => boolean = () => true,
) {
  const { db, clock } = ctx;
  const rows = await daysOfSeries(db, series.id, addDays(clock.today(), -28), "9999-12-31");
  const [facts, all, posts] = await Promise.all([
    readRota(ctx, series),
    sitesOf(db, series.id),
    postsOf(
      db,
      rows.map(({ id }) => id),
    ),
  ]);
  const sites = all.filter(({ id }) => isTheirs(id));
  const { days, spread } = await plan(facts.problem);
  const missingYears = [...(await findMissingYears(ctx, series))];
  const names = new Map(facts.people.map(({ id, name }) => [id, name]));
  const board = [];
  for (const day of rows) {
    const active = (await activeOn(db, day.id)).filter(({ state }) => state === "confirmed");
    const plan = days.find(({ dayId }) => dayId === day.id);
    const cells = sites.map(({ id: siteId }) => {
      const own = posts.filter((post) => post.dayId === day.id && post.siteId === siteId);
      const ids = new Set(own.map(({ id }) => id));
      return {
        siteId,
        taken: own.reduce((sum, { taken }) => sum + taken, 0),
        most: own.reduce((sum, { most }) => sum + most, 0),
        least: own.reduce((sum, { least }) => sum + least, 0),
        people: active
          .filter(({ postId }) => ids.has(postId))
          .map(({ id, name, postId, because }) => ({ signUpId: id, name, kind: own.find((post) => post.id === postId)!.kind, because })),
        proposed: (plan?.placements ?? [])
          .filter((one) => one.siteId === siteId)
          .map(({ personId, kind, because }) => ({ name: names.get(personId) ?? "", kind, ...because })),
        isStranger: plan?.strangerSiteIds.includes(siteId) ?? false,
      };
    });
    const { id, originalOn, heldOn, state, holiday, reason } = day;
    board.push({ id, originalOn, heldOn, state, holiday, reason, cells });
  }
  return {
    sites: sites.map(({ id, name }) => ({ id, name })),
    days: board,
    before: [...spread.before],
    after: [...spread.after],
    people: facts.people.length,
    reserve: (await onRota(db, series)).length - facts.people.length,
    missingYears,
  };
}
