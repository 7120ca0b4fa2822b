import { childrenById } from "../keep-children/child.repository.js";
import { law } from "../judge-safety/law.js";
import type { ActivitiesContext } from "../plugin.js";
import { addMinutes, dayOf } from "../tell-time/tell-time.js";

/** What a guardian may put right on their own page. */
export const ownParts = ["name", "bornIn", "isGirl", "grade", "gridName", "health", "aloneRoute", "guardian", "collectors"] as const;
export type OwnPart = (typeof ownParts)[number];
interface Noted {
  readonly ownCorrectedAt: string | null;
  readonly ownCorrected: readonly string[] | null;
}

/** Since when the director is still told of what a guardian put right. */
export const toldSince = ({ clock }: Pick<ActivitiesContext, "clock">): string => addMinutes(clock.now(), -law.tellOffDays.value * 24 * 60);

/** What a guardian put right of late, and on which day last; null: nothing. */
export const ownCorrection = (ctx: Pick<ActivitiesContext, "clock">, { ownCorrectedAt: at, ownCorrected: parts }: Noted) =>
  at !== null && at > toldSince(ctx) ? { on: dayOf(at, ctx.clock.zone), parts: ownParts.filter((part) => parts?.includes(part)) } : null;

/** Notes for the home's director what a guardian put right of these children themselves, beside what they did of late. O(children). */
export async function noteOwn(ctx: ActivitiesContext, childIds: readonly string[], parts: readonly OwnPart[]): Promise<void> {
  if (parts.length === 0) return;
  for (const row of await childrenById(ctx.db, childIds)) {
    const ownCorrected = [...new Set([...(ownCorrection(ctx, row)?.parts ?? []), ...parts])];
    await ctx.db.updateTable("children_activities_child").set({ ownCorrectedAt: ctx.clock.now(), ownCorrected }).where("id", "=", row.id).execute();
  }
}
