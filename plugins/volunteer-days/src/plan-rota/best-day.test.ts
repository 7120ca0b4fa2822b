import fc from "fast-check";
import { expect, test } from "vitest";
import { planDay } from "./plan-day.js";
import type { RotaPerson, RotaPost } from "./rota-problem.js";
import { turnsOfPeople, type Session } from "./turns.js";

const seed = 20261127;
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const siteIds = ["s0", "s1"];
const person = fc.record({ mayLead: fc.boolean(), isAdult: fc.boolean(), knownSiteIds: fc.subarray(siteIds), skills: fc.subarray(["急救", "电工"]) });
const world = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: 5 }),
  posts: fc.array(
    fc.record({
      siteId: fc.constantFrom(...siteIds),
      kind: fc.constantFrom("leader", "member"),
      isAdultsOnly: fc.boolean(),
      skill: fc.constantFrom(null, null, "急救", "电工"),
      most: fc.integer({ min: 1, max: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  /** Where everybody was at sessions before: a site, or away. */
  past: fc.array(fc.array(fc.constantFrom("s0", "s1", "away"), { minLength: 5, maxLength: 5 }), { maxLength: 3 }),
  /** Where some of them are already at the session after. */
  next: fc.array(fc.constantFrom("s0", "s1", "away", "away"), { minLength: 5, maxLength: 5 }),
});

type Choice = readonly (RotaPost | undefined)[];

/** Every way to seat people or leave them out, with the hard rules alone. */
function* waysToSeat(
  people: readonly RotaPerson[],
  posts: readonly RotaPost[],
  isTwiceRunning: (personId: string, siteId: string) => boolean,
): Generator<Choice> {
  const mayTake = (one: RotaPerson, post: RotaPost) =>
    (post.kind === "member" || one.mayLead) &&
    (one.isAdult || !post.isAdultsOnly) &&
    (!post.skill || one.skills.includes(post.skill)) &&
    !isTwiceRunning(one.id, post.siteId);
  function* seat(i: number, chosen: Choice): Generator<Choice> {
    if (i === people.length) return yield chosen;
    yield* seat(i + 1, [...chosen, undefined]);
    for (const post of posts) if (mayTake(people[i]!, post) && chosen.filter((one) => one === post).length < post.most) yield* seat(i + 1, [...chosen, post]);
  }
  yield* seat(0, []);
}

/** What a way to seat people is worth, less is better: turns first, then the wishes as they are told. */
function costOf(people: readonly RotaPerson[], posts: readonly RotaPost[], chosen: Choice, past: readonly Session[]): number {
  const line = turnsOfPeople(
    people.map(({ id }) => id),
    past,
  );
  const been = (of: (one: { personId: string; siteId: string }) => boolean) => past.flatMap(({ placements }) => placements).filter(of).length;
  const leads = new Set(people.filter(({ mayLead }) => mayLead).map(({ id }) => id));
  const costs = people.map((one, i) => {
    const post = chosen[i];
    if (!post) return 0;
    const visits = (siteId: string) => been((b) => b.personId === one.id && b.siteId === siteId);
    const again = Math.min(3, visits(post.siteId) - Math.min(...[...new Set(posts.map(({ siteId }) => siteId))].map(visits)));
    const sessions = past.filter(({ placements }) => placements.some(({ siteId }) => siteId === post.siteId)).length;
    const beside = Math.max(0, been((b) => leads.has(b.personId) && b.siteId === post.siteId) - sessions) + 1;
    const spare = post.kind === "member" && one.mayLead ? beside ** 2 : 0;
    return 100_000 * (line.indexOf(one.id) - line.length) + 100 * again ** 2 + 10 * spare + (one.knownSiteIds.includes(post.siteId) ? 0 : 1);
  });
  return costs.reduce((sum, cost) => sum + cost, 0);
}

test(`nobody finds a better session by trying every way to seat up to five people (seed ${seed})`, () => {
  fc.assert(
    fc.property(world, (drawn) => {
      const people = drawn.people.map((one, i) => ({ ...one, id: `p${i}` }));
      const posts = drawn.posts.map((one, i) => ({ ...one, id: `post${i}`, least: 0 }) as RotaPost);
      const past = drawn.past.map((where) => ({
        placements: people.flatMap(({ id }, i) => (where[i] === "away" ? [] : [{ personId: id, siteId: where[i]! }])),
      }));
      const heldNext = people.flatMap(({ id }, i) => (drawn.next[i] === "away" ? [] : [{ personId: id, siteId: drawn.next[i]! }]));
      const near = [...(past.at(-1)?.placements ?? []), ...heldNext];
      const isTwiceRunning = (personId: string, siteId: string) => near.some((one) => one.personId === personId && one.siteId === siteId);

      const { placements } = planDay(people, past, { dayId: "d", posts, awayIds: new Set(), held: [], heldNext });

      const chosen = people.map(({ id }) => posts.find((post) => post.id === placements.find(({ personId }) => personId === id)?.postId));
      const costs = [...waysToSeat(people, posts, isTwiceRunning)].map((one) => costOf(people, posts, one, past));
      expect(costOf(people, posts, chosen, past)).toBe(Math.min(...costs));
    }),
    { seed, numRuns: 400 },
  );
});

test("whose turn it is comes first even when the seats they can take are few", () => {
  const people = range(3).map((i) => ({ id: `p${i}`, mayLead: i === 2, isAdult: true, knownSiteIds: [], skills: [] }));
  const seats = [{ id: "a", siteId: "s0", kind: "leader" as const, least: 1, most: 1, isAdultsOnly: false, skill: null }];

  const { placements } = planDay(people, [], { dayId: "d", posts: seats, awayIds: new Set(), held: [], heldNext: [] });

  expect(placements.map(({ personId, because }) => [personId, because.turn])).toEqual([["p2", 3]]);
});
