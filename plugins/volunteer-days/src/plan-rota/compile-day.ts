import type { ForbiddenInPlan, PairInPlan, PlanProblem } from "@lianxin/matching";
import type { RotaPerson, RotaPost } from "./rota-problem.js";
import type { Session } from "./turns.js";

/** Weights: whose turn it is outweighs all wishes of a session together; a second visit outweighs knowing the place. */
const wishes = [
  { id: "turn", text: "轮到谁", unit: "位", weight: 100_000 },
  { id: "again", text: "来过的次数，比最少去的地方多", unit: "次²", weight: 100 },
  // A leader who goes as one more member uses a first visit up that the site may need for its team to be led: spread evenly, there are enough.
  { id: "spare", text: "这里组长多来过", unit: "次²", weight: 10 },
  { id: "stranger", text: "不熟悉这里", unit: "人", weight: 1 },
] as const;

export interface Facts {
  readonly turn: ReadonlyMap<string, number>;
  readonly visits: ReadonlyMap<string, number>;
  readonly last: ReadonlyMap<string, string>;
  /** How often people who may lead were at a site, less the sessions it had: those who were there beside its leader. */
  readonly spare: ReadonlyMap<string, number>;
}
export const at = (personId: string, siteId: string): string => `${personId} ${siteId}`;

function countSpare(leads: ReadonlySet<string>, past: readonly Session[]): Map<string, number> {
  const spare = new Map<string, number>();
  const add = (siteId: string, count: number) => spare.set(siteId, (spare.get(siteId) ?? 0) + count);
  for (const { placements } of past) {
    for (const siteId of new Set(placements.map((one) => one.siteId))) add(siteId, -1);
    for (const { personId, siteId } of placements) if (leads.has(personId)) add(siteId, 1);
  }
  return spare;
}

/** What a session's choice rests on. O(past placements). */
export function countFacts(people: readonly RotaPerson[], line: readonly string[], past: readonly Session[]): Facts {
  const visits = new Map<string, number>();
  for (const { placements } of past)
    for (const { personId, siteId } of placements) visits.set(at(personId, siteId), (visits.get(at(personId, siteId)) ?? 0) + 1);
  const last = new Map((past.at(-1)?.placements ?? []).map(({ personId, siteId }) => [personId, siteId]));
  const leads = new Set(people.filter(({ mayLead }) => mayLead).map(({ id }) => id));
  return { turn: new Map(line.map((id, i) => [id, i])), visits, last, spare: countSpare(leads, past) };
}

/** Why somebody cannot take a post, or nothing. */
function forbid(person: RotaPerson, { siteId, kind, isAdultsOnly }: RotaPost, { last }: Facts): string | undefined {
  if (kind === "leader" && !person.mayLead) return "leader";
  if (isAdultsOnly && !person.isAdult) return "adultsOnly";
  return last.get(person.id) === siteId ? "lastWeek" : undefined;
}

/** The session as the planner takes it. O(people · posts). */
export function compile(people: readonly RotaPerson[], posts: readonly RotaPost[], facts: Facts): PlanProblem {
  const pairs: PairInPlan[] = [];
  const forbidden: ForbiddenInPlan[] = [];
  for (const person of people) {
    // Counted from the site they saw least, so that years of service do not outweigh whose turn it is.
    const fewest = Math.min(...posts.map(({ siteId }) => facts.visits.get(at(person.id, siteId)) ?? 0));
    for (const post of posts) {
      const rule = forbid(person, post, facts);
      if (rule) {
        forbidden.push({ person: person.id, place: post.id, rule });
        continue;
      }
      const visits = Math.min(3, (facts.visits.get(at(person.id, post.siteId)) ?? 0) - fewest);
      const spare = post.kind === "member" && person.mayLead ? Math.max(0, facts.spare.get(post.siteId) ?? 0) + 1 : 0;
      const stranger = person.knownSiteIds.includes(post.siteId) ? 0 : 1;
      // Below nothing, so that a seat that can be filled is; the sooner their turn, the better.
      pairs.push({
        person: person.id,
        place: post.id,
        amounts: { turn: facts.turn.get(person.id)! - facts.turn.size, again: visits * visits, spare: spare * spare, stranger },
      });
    }
  }
  const places = posts.map(({ id, least, most }) => ({ id, least, most }));
  return { format: "lianxin-match/1", people: people.map(({ id }) => ({ id, most: 1 })), places, wishes, pairs, forbidden, scale: 1 };
}
