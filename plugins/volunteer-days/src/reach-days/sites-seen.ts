import type { Place } from "@lianxin/plugin-kit";
import type { SeriesRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { sitePlaces } from "./places-of.js";

type May = (permission: "volunteer-days.see" | "volunteer-days.signUpOthers" | "volunteer-days.plan", place: Place) => Promise<boolean>;

/** What of a series is shown to its reader. */
export interface Seen {
  /** All of it: their office is the community's. */
  readonly isWhole: boolean;
  readonly mayPlan: boolean;
  /** Is a site's team theirs to see? */
  isTheirs(siteId: string): boolean;
}

/** The whole series for the community's own, of it the compounds within their office for everybody else. A query for each compound at most. */
export async function seenOf(ctx: VolunteerDaysContext & { readonly may: May }, series: SeriesRow, permission: Parameters<May>[0]): Promise<Seen> {
  const whole = { path: series.placePath };
  const mayPlan = await ctx.may("volunteer-days.plan", whole);
  if (await ctx.may(permission, whole)) return { isWhole: true, mayPlan, isTheirs: () => true };
  const theirs = new Set<string>();
  for (const [siteId, place] of await sitePlaces(ctx, series.id)) if (await ctx.may(permission, place)) theirs.add(siteId);
  return { isWhole: false, mayPlan, isTheirs: (siteId) => theirs.has(siteId) };
}
