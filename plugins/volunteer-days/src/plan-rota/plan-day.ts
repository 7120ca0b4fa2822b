import { chooseAmongOptimal, solvePairing } from "@lianxin/matching/integers";
import { chooseServing } from "./choose-serving.js";
import { compile, countFacts, type DayModel, type Facts } from "./compile-day.js";
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

type Placements = readonly { readonly person: RotaPerson; readonly post: RotaPost }[];

/** The cheapest plan of a session, ties broken by names; undefined when there is none. */
function solveModel({ pairing, rankOf, placed }: DayModel): Placements | undefined {
  const answer = solvePairing(pairing);
  return answer.solved ? Array.from(chooseAmongOptimal(pairing, answer, rankOf).chosen, placed) : undefined;
}

/**
 * Those whose turn it is, when all of them can be placed: turns outweigh all else. Where last week's sites or the least numbers do not let them, everybody is
 * looked at. Nobody where there is no seat or nobody to sit.
 */
function place(people: readonly RotaPerson[], posts: readonly RotaPost[], facts: Facts): Placements | undefined {
  const open = posts.filter(({ most }) => most > 0);
  if (open.length === 0 || people.length === 0) return open.every(({ least }) => least === 0) ? [] : undefined;
  const line = [...people].sort((a, b) => facts.turn.get(a.id)! - facts.turn.get(b.id)!);
  return solveModel(compile(chooseServing(line, open), open, facts, "all")) ?? solveModel(compile(line, open, facts, "by turn"));
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
 * Fills one session: whose turn it is serves, nobody where they were last time or are next time already, a leader in every team; then as few second visits as there can be, then
 * people where they know the place. The choice is optimal for these weights and the same for the same input. O(people · posts) pairs.
 */
export function planDay(allPeople: readonly RotaPerson[], past: readonly Session[], day: RotaDay): PlannedDay {
  const people = allPeople.filter(({ id }) => !day.awayIds.has(id));
  const line = turnsOfPeople(
    people.map(({ id }) => id),
    past,
  );
  const facts = countFacts(allPeople, line, past, day.heldNext);
  const wanted = chooseSites(day, past, people.length);
  const { placed, siteIds } = solve(people, day, facts, wanted);
  const placements = placed.map(({ person, post }): PlacedPerson => {
    const { id: postId, siteId, kind } = post;
    const because = {
      turn: facts.turn.get(person.id)! + 1,
      visits: facts.visits.get(person.id)?.get(siteId) ?? 0,
      knowsSite: person.knownSiteIds.includes(siteId),
    };
    return { personId: person.id, postId, siteId, kind, because };
  });
  const all = [...new Set(day.posts.map(({ siteId }) => siteId))];
  const knowing = [...placements.filter(({ because }) => because.knowsSite), ...day.held.filter(({ knowsSite }) => knowsSite)];
  const known = new Set(knowing.map(({ siteId }) => siteId));
  return {
    dayId: day.dayId,
    placements,
    skippedSiteIds: all.filter((id) => !siteIds.includes(id)),
    strangerSiteIds: siteIds.filter((id) => !known.has(id)),
    shortSiteIds: wanted.filter((id) => !siteIds.includes(id)),
  };
}
