import fc from "fast-check";
import { expect, test } from "vitest";
import { ageBands } from "../join-rules/age-rules.js";
import { canJoin } from "../join-rules/can-join.js";
import { readSkills } from "../join-rules/skills.js";
import { compile, countFacts } from "./compile-day.js";
import { describeDay, personOf } from "./read-problem.js";

const seed = 20261127;
const hour = fc.integer({ min: 0, max: 12 }).map((at) => `2026-09-17T${String(at).padStart(2, "0")}:00:00.000Z`);
const other = fc.record({ dayId: fc.constantFrom("d", "e"), startsAt: hour, endsAt: hour });
const person = fc.record({
  ageBand: fc.constantFrom(...ageBands),
  guardianAgreedOn: fc.constantFrom(null, "2026-09-01"),
  mayLead: fc.boolean(),
  skills: fc.constantFrom(null, "急救", "电工、急救"),
  /** Where a grown-up of theirs is by then. */
  companyAt: fc.constantFrom(null, "s1", "s2"),
  others: fc.array(other, { maxLength: 2 }),
});
const post = fc
  .record({
    kind: fc.constantFrom("leader", "member"),
    siteId: fc.constantFrom("s1", "s2"),
    work: fc.constantFrom("楼道、扶手", "楼道、绿化", "河道、绿化"),
    insuredFrom: fc.constantFrom(null, "2026-09-01", "2026-09-18"),
    insuredUntil: fc.constantFrom(null, "2026-09-16", "2026-09-17"),
    isAdultsOnly: fc.boolean(),
    skill: fc.constantFrom(null, null, "急救", "电工"),
    siteClosedOn: fc.constantFrom(null, null, "2026-09-14"),
    isUnled: fc.constantFrom(false, false, true),
    most: fc.integer({ min: 1, max: 2 }),
    taken: fc.integer({ min: 0, max: 2 }),
  })
  .map((some) => ({ ...some, dayId: "d", least: 0, taken: Math.min(some.taken, some.most) }));
const world = fc.record({
  now: hour,
  day: fc.record({ state: fc.constantFrom("open", "cancelled", "undecided"), startsAt: hour, endsAt: hour }),
  people: fc.array(person, { minLength: 1, maxLength: 5 }),
  posts: fc.array(post, { minLength: 1, maxLength: 4 }),
});

test(`the auto-fill may put somebody exactly where canJoin lets them, its rotation left aside, and a child nowhere by itself (seed ${seed})`, () => {
  fc.assert(
    fc.property(world, ({ now, day: some, ...drawn }) => {
      const day = { ...some, id: "d", heldOn: "2026-09-17" };
      const people = drawn.people.map((one, i) => ({ ...one, id: `p${i}`, knownSiteIds: [], rotaPausedUntil: null }));
      const posts = drawn.posts.map((one, i) => ({ ...one, id: `post${i}` }));
      const others = new Map(people.map((one) => [one.id, one.others as never]));
      const { posts: seats, awayIds } = describeDay(now, day, posts, people, { onDay: [], others });
      const here = people.filter(({ id }) => !awayIds.has(id)).map(personOf);
      const open = seats.filter(({ most }) => most > 0);
      const facts = countFacts(
        here,
        here.map(({ id }) => id),
        [],
        [],
      );
      const { pairing, placed } = compile(here, open, facts, "by turn");
      const filled = Array.from(pairing.cost, (_, edge) => placed(edge)).map(({ person, post }) => `${person.id} ${post.id}`);

      const allowed = people.flatMap((one) => {
        // A child goes where its grown-up is: it signs up there, and is placed nowhere without that, whatever was agreed to when it was enrolled.
        const company = new Map(one.companyAt === null ? [] : [[one.companyAt, "there"] as const]);
        const who = { ageBand: one.ageBand, hasGuardian: one.guardianAgreedOn !== null, company, mayLead: one.mayLead, skills: readSkills(one.skills) };
        const free = posts.filter((place) => canJoin({ now, day, post: place, person: who, others: one.others }).length === 0);
        if (one.ageBand === "child") {
          expect(free.every(({ siteId }) => siteId === one.companyAt)).toBe(true);
          return [];
        }
        return free.map(({ id }) => `${one.id} ${id}`);
      });

      expect([...filled].sort()).toEqual(allowed.sort());
    }),
    { seed, numRuns: 2000 },
  );
});
