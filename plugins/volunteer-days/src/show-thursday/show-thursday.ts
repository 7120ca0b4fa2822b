import { everywhere } from "@lianxin/plugin-kit";
import { findSeries, postsOf, type DayRow } from "../keep-days/day.repository.js";
import { isInsured } from "../plan-days/insurance.js";
import type { VolunteerDaysContext } from "../plugin.js";

const ahead = ({ db, clock }: VolunteerDaysContext) =>
  everywhere(db, "volunteer_days_day", "the public page: what, when and where, no person")
    .selectAll()
    .where("endsAt", ">", clock.now())
    .orderBy("startsAt")
    .orderBy("id")
    .limit(12)
    .execute();

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((total, row) => total + of(row), 0);

async function describe(ctx: VolunteerDaysContext, day: DayRow) {
  const series = (await findSeries(ctx.db, day.seriesId))!;
  const posts = (await postsOf(ctx.db, [day.id])).filter(({ kind, siteClosedOn }) => kind === "member" && siteClosedOn === null);
  const siteIds = [...new Set(posts.map(({ siteId }) => siteId))];
  const sites = siteIds.map((id) => {
    const own = posts.filter(({ siteId }) => siteId === id);
    return { id, name: own[0]!.siteName, work: own[0]!.work, missing: sum(own, ({ most, taken }) => most - taken) };
  });
  const { id, heldOn, startsAt, endsAt } = day;
  const { title, tools, hazards } = series;
  const counts = { taken: sum(posts, (post) => post.taken), most: sum(posts, (post) => post.most), waiting: sum(posts, (post) => post.waiting) };
  return {
    id,
    title,
    heldOn,
    startsAt,
    endsAt,
    meetingPoint: day.meetingPoint ?? series.meetingPoint,
    tools,
    hazards,
    words: day.words,
    isInsured: isInsured(series, heldOn),
    ...counts,
    sites,
  };
}

/** What anybody may see: the next day that takes place, and what was called off before it. Names nobody. */
export async function showThursday(ctx: VolunteerDaysContext) {
  const days = await ahead(ctx);
  const at = days.findIndex(({ state }) => state === "open");
  const before = (at < 0 ? days : days.slice(0, at)).filter(({ state }) => state !== "open");
  const community = await ctx.use.directory.community();
  return {
    community: community?.name ?? "",
    phone: community?.officePhone ?? null,
    takesPhotos: ctx.config.takesPhotos,
    notices: before.slice(0, 2).map(({ heldOn, state, holiday, reason, words }) => ({ heldOn, state, holiday, reason, words })),
    day: at < 0 ? null : await describe(ctx, days[at]!),
  };
}
