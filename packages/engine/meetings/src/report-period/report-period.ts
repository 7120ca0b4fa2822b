import { everywhere } from "@lianxin/plugin-kit";
import { directSource, escalationSource } from "../follow-matter/matter-of.js";
import type { MeetingsContext } from "../plugin.js";

/** Everything work is done from for these matters: themselves, their lines as reported upwards, and the decisions on them that stand. One query. */
async function sourcesOfMatters({ db }: MeetingsContext, matterIds: readonly string[]): Promise<{ kind: string; id: string }[]> {
  const decisions = await everywhere(db, "meetings_decision", "the decisions on matters that are counted, wherever they were made")
    .innerJoin("meetings_agenda_item as i", "i.id", "meetings_decision.itemId")
    .select("meetings_decision.id")
    .where("i.matterId", "in", ["", ...matterIds])
    .where("meetings_decision.effect", "not in", ["refused", "revoked"])
    .execute();
  const own = matterIds.flatMap((id) => [
    { kind: directSource, id },
    { kind: escalationSource, id },
  ]);
  return [...own, ...decisions.map(({ id }) => ({ kind: "meetings.decision", id }))];
}

/**
 * What was raised at a place between two days, both counted and in either order, how soon it was answered, what became of it until now, and what
 * residents said of the work for it. Counts only, with what each is a share of: no name, no ranking. A handful of queries.
 */
export async function reportPeriod(ctx: MeetingsContext, path: string, days: readonly [string, string]) {
  const [from, to] = days.toSorted() as [string, string];
  const { matterIds, ...raised } = await ctx.use.matters.sumRaised(path, from, to);
  const { count, satisfied, basically, dissatisfied } = await ctx.use.commitments.sumRatings(await sourcesOfMatters(ctx, matterIds));
  return { from, to, ...raised, ratings: { count, satisfied, basically, dissatisfied } };
}
