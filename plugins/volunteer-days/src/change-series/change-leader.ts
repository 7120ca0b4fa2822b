import type { SiteRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import type { OpenDay, OpenPost } from "../sign-up/board.js";
import type { PostSpec } from "../tables/days.js";
import { settleWaiting } from "./settle-waiting.js";

/** The posts of a site with a leader for its team, or without. */
export function withLeader({ text }: Pick<VolunteerDaysContext, "text">, posts: readonly PostSpec[], hasLeader: boolean): PostSpec[] {
  const others = posts.filter(({ kind }) => kind !== "leader");
  const kept = posts.find(({ kind }) => kind === "leader");
  const leader = kept ?? { kind: "leader" as const, title: text("volunteer-days.kind.leader", {}, "zh-CN"), least: 1, most: 1, isAdultsOnly: true };
  return hasLeader ? [leader, ...others] : others;
}

async function add({ db, newId }: VolunteerDaysContext, { dayId, shiftId, siteId }: OpenPost, { skill = null, ...spec }: PostSpec): Promise<void> {
  await db
    .insertInto("volunteer_days_post")
    .values({ ...spec, skill, id: newId(), dayId, shiftId, siteId, taken: 0, waiting: 0 })
    .execute();
}

/**
 * A leader more for the team of a site on held dates, or none any more: who leads one keeps the place, and who waits to lead has one in the team, or is told that there is none. Gives how many of them have a place.
 * O(dates).
 */
export async function followLeader(
  ctx: VolunteerDaysContext,
  ahead: readonly OpenDay[],
  site: Pick<SiteRow, "id">,
  posts: readonly PostSpec[],
): Promise<number> {
  const spec = posts.find(({ kind }) => kind === "leader");
  let placed = 0;
  for (const open of ahead) {
    const own = open.posts.filter(({ siteId }) => siteId === site.id);
    const post = own.find(({ kind }) => kind === "leader");
    if (!post && spec && own[0]) await add(ctx, own[0], spec);
    if (!post) continue;
    post.most = Math.max(spec?.most ?? 0, post.taken);
    Object.assign(post, { least: spec?.least ?? 0, isUnled: !spec });
    await ctx.db.updateTable("volunteer_days_post").set({ most: post.most, least: post.least }).where("id", "=", post.id).execute();
    if (!spec) placed += (await settleWaiting(ctx, open, [post], "noLeader")).moved;
  }
  return placed;
}
