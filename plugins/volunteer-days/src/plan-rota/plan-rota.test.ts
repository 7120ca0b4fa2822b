import fc from "fast-check";
import { expect, test } from "vitest";
import { planRota } from "./plan-rota.js";
import type { PlannedDay, RotaDay, RotaPerson, RotaPost } from "./rota-problem.js";
import { orderTurns } from "./turns.js";

const seed = 20261127;
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const postsOf = (siteId: string, least: number, most: number, isAdultsOnly = false): RotaPost[] => [
  { id: `${siteId} leader`, siteId, kind: "leader", least: 1, most: 1, isAdultsOnly: true, skill: null },
  { id: `${siteId} member`, siteId, kind: "member", least: least - 1, most: most - 1, isAdultsOnly, skill: null },
];
const sitesOf = (count: number): string[] => range(count).map((i) => `s${String(i).padStart(2, "0")}`);
const dayOf = (n: number, sites: readonly string[], more: Partial<RotaDay> = {}, team: readonly [number, number] = [4, 5]): RotaDay => ({
  dayId: `d${n}`,
  posts: sites.flatMap((id) => postsOf(id, ...team)),
  awayIds: new Set(),
  ...{ held: [], heldNext: [] },
  ...more,
});
const person = (i: number, more: Partial<RotaPerson> = {}): RotaPerson => ({
  id: `p${String(i).padStart(3, "0")}`,
  mayLead: false,
  isAdult: true,
  knownSiteIds: [],
  skills: [],
  ...more,
});
const countOf = (days: readonly PlannedDay[], of: (one: PlannedDay["placements"][number]) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const one of days.flatMap(({ placements }) => placements)) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1);
  return counts;
};
const spreadOf = (ids: readonly string[], counts: ReadonlyMap<string, number>): number => {
  const all = ids.map((id) => counts.get(id) ?? 0);
  return Math.max(...all) - Math.min(...all);
};
const neverTwiceRunning = (days: readonly PlannedDay[]): boolean =>
  days.every(({ placements }, i) =>
    placements.every(({ personId, siteId }) => !days[i - 1]?.placements.some((b) => b.personId === personId && b.siteId === siteId)),
  );
const everyTeamIsLed = (days: readonly PlannedDay[], people: readonly RotaPerson[]): boolean => {
  const leads = new Set(people.filter(({ mayLead, isAdult }) => mayLead && isAdult).map(({ id }) => id));
  return days.every(({ placements }) => {
    const teams = new Set(placements.map(({ siteId }) => siteId));
    return [...teams].every((team) => placements.some(({ siteId, kind, personId }) => siteId === team && kind === "leader" && leads.has(personId)));
  });
};

const sites = sitesOf(12);
/** The sixty of the story: 14 may lead, 22 know one place, 2 are minors. */
const sixty = range(60).map((i) => person(i, { mayLead: i < 14, isAdult: i < 58, knownSiteIds: i % 60 >= 36 && i < 58 ? [sites[i % 12]!] : [] }));

test("sixty people, twelve compounds, ten Thursdays: everybody serves each time, at ten different compounds, a leader in every team", () => {
  const { days, spread } = planRota({ people: sixty, past: [], days: range(10).map((n) => dayOf(n, sites)) });

  expect(days.map(({ placements, shortSiteIds }) => [placements.length, shortSiteIds.length])).toEqual(range(10).map(() => [60, 0]));
  expect(spread).toEqual({ before: [0, 0], after: [10, 10] });
  expect(Math.max(...countOf(days, ({ personId, siteId }) => `${personId} ${siteId}`).values())).toBe(1);
  expect([...countOf(days, ({ siteId }) => siteId).values()]).toEqual(sites.map(() => 50));
  expect([neverTwiceRunning(days), everyTeamIsLed(days, sixty)]).toEqual([true, true]);
});

test("who knows the place is sent there before others are, and teams without anybody who does are counted", () => {
  const two = sitesOf(2);
  const people = [person(0, { mayLead: true }), person(1, { mayLead: true }), person(2, { knownSiteIds: ["s01"] }), person(3)];

  const [day] = planRota({ people, past: [], days: [dayOf(0, two, {}, [2, 2])] }).days;

  expect(day!.placements.find(({ personId }) => personId === "p002")).toMatchObject({ siteId: "s01", because: { knowsSite: true, visits: 0, turn: 3 } });
  expect(day!.strangerSiteIds).toEqual(["s00"]);
});

test("minors are given no work for adults, and never lead", () => {
  const people = [
    person(0, { mayLead: true, isAdult: false }),
    person(1, { mayLead: true }),
    person(2, { mayLead: true }),
    ...range(4).map((i) => person(i + 3)),
  ];
  const posts = [...postsOf("s00", 2, 4, true), ...postsOf("s01", 2, 4)];

  const [day] = planRota({ people, past: [], days: [{ ...dayOf(0, []), posts }] }).days;

  expect(day!.placements.find(({ personId }) => personId === "p000")).toMatchObject({ siteId: "s01", kind: "member" });
});

test("a session that is full, or has nobody to ask, is left as it is", () => {
  const full = { ...dayOf(0, []), posts: postsOf("s00", 1, 1).map((post) => ({ ...post, least: 0, most: 0 })), held: [{ personId: "x", siteId: "s00" }] };

  const [one, other] = [
    planRota({ people: [person(0)], past: [], days: [full] }).days[0]!,
    planRota({ people: [], past: [], days: [dayOf(0, sites)] }).days[0]!,
  ];

  expect([one.placements, one.skippedSiteIds, other.placements, other.skippedSiteIds.length]).toEqual([[], [], [], 12]);
});

test("too few leaders leave out the site whose turn is last, and say so", () => {
  const people = [person(0, { mayLead: true }), ...range(9).map((i) => person(i + 1))];

  const [day] = planRota({ people, past: [], days: [dayOf(0, sitesOf(2))] }).days;

  expect([day!.placements.length, day!.shortSiteIds, day!.skippedSiteIds]).toEqual([5, ["s01"], ["s01"]]);
});

const fair = (people: readonly RotaPerson[], siteCount: number, skips: readonly boolean[], weeks: number) => {
  const all = range(weeks).filter((n) => !skips[n]);
  const ids = sitesOf(siteCount);
  const { days } = planRota({ people, past: [], days: all.map((n) => dayOf(n, ids)) });
  expect([neverTwiceRunning(days), everyTeamIsLed(days, people)]).toEqual([true, true]);
  const teamsAWeek = Math.min(siteCount, people.filter(({ mayLead }) => mayLead).length, Math.floor(people.length / 4));
  for (const { placements } of days) {
    const sizes = [...new Set(placements.map(({ siteId }) => siteId))].map((id) => placements.filter(({ siteId }) => siteId === id).length);
    expect([sizes.length, sizes.filter((size) => size < 4 || size > 5)]).toEqual([teamsAWeek, []]);
  }
  const alike = [true, false].map((leads) => people.filter(({ mayLead }) => mayLead === leads)).filter((group) => group.length > 0);
  for (let from = 0; from < all.length; from++) {
    const window = days.filter((_, i) => i >= from && all[i]! < all[from]! + 12);
    for (const group of alike)
      expect(
        spreadOf(
          group.map(({ id }) => id),
          countOf(window, ({ personId }) => personId),
        ),
      ).toBeLessThanOrEqual(1);
    const teams = window.map(({ placements }) => new Set(placements.map(({ siteId }) => siteId)));
    const served = ids.map((id) => teams.filter((team) => team.has(id)).length);
    expect(Math.max(...served) - Math.min(...served)).toBeLessThanOrEqual(1);
  }
};

test(`over any twelve weeks with random skips people alike serve equally often or once apart, and so are sites served (seed ${seed})`, () => {
  const world = fc.record({
    leaders: fc.integer({ min: 8, max: 16 }),
    others: fc.integer({ min: 30, max: 50 }),
    siteCount: fc.integer({ min: 6, max: 12 }),
    skips: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
  });
  const holds = ({ leaders, others, siteCount, skips }: { leaders: number; others: number; siteCount: number; skips: boolean[] }) =>
    fair([...range(leaders).map((i) => person(i, { mayLead: true })), ...range(others).map((i) => person(i + leaders))], siteCount, skips, 16);

  fc.assert(fc.property(world, holds), { seed, numRuns: 25 });
});

test(`with 45 people for twelve sites debt builds up and is caught up with: eight teams a week, random weeks skipped (seed ${seed})`, () => {
  const people = range(45).map((i) => person(i, { mayLead: i < 8 }));

  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), (skips) => fair(people, 12, skips, 24)),
    { seed, numRuns: 12, examples: [[range(24).map(() => false)]] },
  );
});

test(`turns are a line: with any numbers served, two who could always come are never more than one apart over any stretch (seed ${seed})`, () => {
  const holds = (count: number, served: number[]) => {
    const ids = range(count).map(String);
    const sessions: Set<string>[] = [];
    for (const n of served) sessions.push(new Set(orderTurns(ids, sessions).slice(0, Math.min(n, count))));
    for (let from = 0; from < sessions.length; from++)
      for (let to = from + 1; to <= sessions.length; to++) {
        const counts = ids.map((id) => sessions.slice(from, to).filter((one) => one.has(id)).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }
  };

  fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 9 }), holds), { seed });
});

test("whoever has a place the week after already is sent to another site this week", () => {
  const people = range(4).map((i) => person(i, { mayLead: true }));
  const two = sitesOf(2);
  const heldNext = range(2).map((i) => ({ personId: people[i]!.id, siteId: "s00" }));

  const [day] = planRota({ people, past: [], days: [dayOf(0, two, { heldNext }, [2, 2])] }).days;

  expect(
    day!.placements
      .filter(({ siteId }) => siteId === "s01")
      .map(({ personId }) => personId)
      .sort(),
  ).toEqual(["p000", "p001"]);
});

test("a team in which somebody knows the place is none of strangers, whether they are to be placed or have their place already", () => {
  const sites = sitesOf(2);
  const people = [person(1), person(2), person(3, { mayLead: true })];
  const held = [{ personId: "p003", siteId: sites[0]!, knowsSite: true }];
  const day = dayOf(1, [sites[0]!], { held, awayIds: new Set(["p003"]), posts: [{ ...postsOf(sites[0]!, 2, 3)[1]! }] });
  const strangersOf = (more: Partial<RotaDay>) => planRota({ people, past: [], days: [{ ...day, ...more }] }).days[0]!.strangerSiteIds;

  expect([strangersOf({}), strangersOf({ held: [{ personId: "p003", siteId: sites[0]! }] })]).toEqual([[], [sites[0]]]);
});
