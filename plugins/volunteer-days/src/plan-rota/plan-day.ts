import { planPeople, type PlannedPeople } from "@lianxin/matching";
import { at, compile, countFacts, type Facts } from "./compile-day.js";
import type { PlacedPerson, PlannedDay, RotaDay, RotaPerson, RotaPost } from "./rota-problem.js";
import { turnsOfPeople, turnsOfSites, type Session } from "./turns.js";

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

/**
 * Of people with the same permissions, as many as there are seats, whose turn is first. When they fill every seat nobody further back would be chosen:
 * turns outweigh all else, and the sooner always fills what the later could.
 */
function chooseFirst(people: readonly RotaPerson[], seats: number, { turn }: Facts): readonly RotaPerson[] {
  const counts = new Map<string, number>();
  const line = [...people].sort((a, b) => turn.get(a.id)! - turn.get(b.id)!);
  return line.filter(({ mayLead, isAdult }) => {
    const kind = `${mayLead} ${isAdult}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return counts.get(kind)! <= seats;
  });
}

/** Nobody where there is no seat or nobody to sit: that is no problem for the planner. */
function place(people: readonly RotaPerson[], posts: readonly RotaPost[], facts: Facts): Placements | undefined {
  const open = posts.filter(({ most }) => most > 0);
  if (open.length === 0 || people.length === 0) return open.every(({ least }) => least === 0) ? [] : undefined;
  const seats = open.reduce((sum, { most }) => sum + most, 0);
  const first = chooseFirst(people, seats, facts);
  const answer = planPeople(compile(first, open, facts));
  if (answer.solved && (answer.placements.length === seats || first.length === people.length)) return answer.placements;
  const whole = first.length === people.length ? answer : planPeople(compile(people, open, facts));
  return whole.solved ? whole.placements : undefined;
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
