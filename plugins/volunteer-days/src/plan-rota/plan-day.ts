import { planPeople, type ForbiddenInPlan, type PairInPlan, type PlannedPeople, type PlanProblem } from "@lianxin/matching";
import type { PlacedPerson, PlannedDay, RotaDay, RotaPerson, RotaPost } from "./rota-problem.js";
import { turnsOfPeople, turnsOfSites, type Session } from "./turns.js";

/** Weights: whose turn it is outweighs all wishes of a session together; a second visit outweighs knowing the place. */
const wishes = [
  { id: "turn", text: "轮到谁", unit: "位", weight: 100_000 },
  { id: "again", text: "来过的次数", unit: "次²", weight: 100 },
  // A leader who goes as one more member uses a first visit up that the site may need for its team to be led: spread evenly, there are enough.
  { id: "spare", text: "这里组长多来过", unit: "次²", weight: 10 },
  { id: "stranger", text: "不熟悉这里", unit: "人", weight: 1 },
] as const;

interface Facts {
  readonly turn: ReadonlyMap<string, number>;
  readonly visits: ReadonlyMap<string, number>;
  readonly last: ReadonlyMap<string, string>;
  /** How often people who may lead were at a site, less the sessions it had: those who were there beside its leader. */
  readonly spare: ReadonlyMap<string, number>;
}
const at = (personId: string, siteId: string): string => `${personId} ${siteId}`;

function countSpare(leads: ReadonlySet<string>, past: readonly Session[]): Map<string, number> {
  const spare = new Map<string, number>();
  const add = (siteId: string, count: number) => spare.set(siteId, (spare.get(siteId) ?? 0) + count);
  for (const { placements } of past) {
    for (const siteId of new Set(placements.map((one) => one.siteId))) add(siteId, -1);
    for (const { personId, siteId } of placements) if (leads.has(personId)) add(siteId, 1);
  }
  return spare;
}

function countFacts(people: readonly RotaPerson[], line: readonly string[], past: readonly Session[]): Facts {
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

function compile(people: readonly RotaPerson[], posts: readonly RotaPost[], facts: Facts): PlanProblem {
  const pairs: PairInPlan[] = [];
  const forbidden: ForbiddenInPlan[] = [];
  for (const person of people)
    for (const post of posts) {
      const rule = forbid(person, post, facts);
      if (rule) {
        forbidden.push({ person: person.id, place: post.id, rule });
        continue;
      }
      const visits = facts.visits.get(at(person.id, post.siteId)) ?? 0;
      const spare = post.kind === "member" && person.mayLead ? Math.max(0, facts.spare.get(post.siteId) ?? 0) + 1 : 0;
      const stranger = person.knownSiteIds.includes(post.siteId) ? 0 : 1;
      // Below nothing, so that a seat that can be filled is; the sooner their turn, the better.
      pairs.push({
        person: person.id,
        place: post.id,
        amounts: { turn: facts.turn.get(person.id)! - people.length, again: visits * visits, spare: spare * spare, stranger },
      });
    }
  const places = posts.map(({ id, least, most }) => ({ id, least, most }));
  return { format: "lianxin-match/1", people: people.map(({ id }) => ({ id, most: 1 })), places, wishes, pairs, forbidden, scale: 1 };
}

/** Sites that get a team: those with people in them, then by turn, as many as the people are enough for. */
function chooseSites(day: RotaDay, past: readonly Session[], people: number): string[] {
  const ids = [...new Set(day.posts.map(({ siteId }) => siteId))];
  const needOf = (siteId: string) => day.posts.filter((post) => post.siteId === siteId).reduce((sum, { least }) => sum + least, 0);
  const line = turnsOfSites(ids, past);
  const held = new Set(day.held.map(({ siteId }) => siteId));
  const chosen: string[] = [];
  let left = people;
  for (const id of [...line.filter((one) => held.has(one)), ...line.filter((one) => !held.has(one))]) {
    if (needOf(id) > left) continue;
    chosen.push(id);
    left -= needOf(id);
  }
  return chosen;
}

type Placements = PlannedPeople["placements"];

/** Nobody where there is no seat or nobody to sit: that is no problem for the planner. */
function place(people: readonly RotaPerson[], posts: readonly RotaPost[], facts: Facts): Placements | undefined {
  const open = posts.filter(({ most }) => most > 0);
  if (open.length === 0 || people.length === 0) return open.every(({ least }) => least === 0) ? [] : undefined;
  const answer = planPeople(compile(people, open, facts));
  return answer.solved ? answer.placements : undefined;
}

/** Fewer teams until every one can stand: the site whose turn is last is left out first. O(sites) solves at worst. */
function solve(
  people: readonly RotaPerson[],
  day: RotaDay,
  facts: Facts,
  siteIds: readonly string[],
): { readonly placed: Placements; readonly siteIds: readonly string[] } {
  for (let count = siteIds.length; count > 0; count--) {
    const some = siteIds.slice(0, count);
    const placed = place(
      people,
      day.posts.filter(({ siteId }) => some.includes(siteId)),
      facts,
    );
    if (placed) return { placed, siteIds: some };
  }
  return { placed: [], siteIds: [] };
}

/**
 * Fills one session: whose turn it is serves, nobody where they were last time, a leader in every team; then as few second visits as there can be, then
 * people where they know the place. The choice is optimal for these weights and the same for the same input. O(people · posts) pairs.
 */
export function planDay(allPeople: readonly RotaPerson[], past: readonly Session[], day: RotaDay): PlannedDay {
  const people = allPeople.filter(({ id }) => !day.awayIds.has(id));
  const line = turnsOfPeople(
    people.map(({ id }) => id),
    past,
  );
  const facts = countFacts(allPeople, line, past);
  const wanted = chooseSites(day, past, people.length);
  const { placed, siteIds } = solve(people, day, facts, wanted);
  const postOf = new Map(day.posts.map((post) => [post.id, post]));
  const personOf = new Map(people.map((person) => [person.id, person]));
  const placements = placed.map(({ person, place }): PlacedPerson => {
    const { siteId, kind } = postOf.get(place)!;
    const knowsSite = personOf.get(person)!.knownSiteIds.includes(siteId);
    const because = { turn: facts.turn.get(person)! + 1, visits: facts.visits.get(at(person, siteId)) ?? 0, knowsSite };
    return { personId: person, postId: place, siteId, kind, because };
  });
  const all = [...new Set(day.posts.map(({ siteId }) => siteId))];
  const known = new Set(placements.filter(({ because }) => because.knowsSite).map(({ siteId }) => siteId));
  return {
    dayId: day.dayId,
    placements,
    skippedSiteIds: all.filter((id) => !siteIds.includes(id)),
    strangerSiteIds: siteIds.filter((id) => !known.has(id)),
    shortSiteIds: wanted.filter((id) => !siteIds.includes(id)),
  };
}
