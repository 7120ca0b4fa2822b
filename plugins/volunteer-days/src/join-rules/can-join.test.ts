import fc from "fast-check";
import { expect, test } from "vitest";
import { ageBands, ageRulesOn } from "./age-rules.js";
import { canJoin, noCompany, type JoinFacts } from "./can-join.js";

const seed = 20261127;
const at = (hour: number) => `2026-09-17T${String(hour).padStart(2, "0")}:00:00.000Z`;
const facts: JoinFacts = {
  now: at(0),
  day: { id: "d", state: "open", heldOn: "2026-09-17", startsAt: at(1), endsAt: at(3) },
  post: {
    siteId: "s1",
    kind: "member",
    isAdultsOnly: false,
    skill: null,
    work: "楼道、绿化",
    insuredFrom: null,
    insuredUntil: null,
    siteClosedOn: null,
    isUnled: false,
    most: 2,
    taken: 1,
  },
  person: { ageBand: "adult", hasGuardian: false, company: noCompany, mayLead: false, skills: [] },
  others: [],
};
const codes = (more: Partial<JoinFacts>) => canJoin({ ...facts, ...more }).map(({ code }) => code);

test("an adult gets a free place of an open day", () => {
  expect(codes({})).toEqual([]);
});

test("a full post is the one obstacle with which one may wait", () => {
  expect(canJoin({ ...facts, post: { ...facts.post, taken: 2 } })).toEqual([{ code: "postFull", mends: "organiser", mayWait: true }]);
});

test("whoever is 16 or 17 needs consent, who is 8 to 15 a grown-up beside them whatever was agreed, and neither does work for adults", () => {
  const person = (ageBand: JoinFacts["person"]["ageBand"], hasGuardian: boolean, company: JoinFacts["person"]["company"] = noCompany, isAdultsOnly = false) =>
    codes({ person: { ageBand, hasGuardian, company, mayLead: false, skills: [] }, post: { ...facts.post, isAdultsOnly } });
  const [here, elsewhere] = [new Map([["s1", "there"]] as const), new Map([["s2", "there"]] as const)];

  expect([person("youth", false), person("youth", true), person("small", true, here)]).toEqual([["guardianNeeded"], [], ["tooYoung"]]);
  expect([person("child", true), person("child", true, elsewhere), person("child", false, here)]).toEqual([["companyNeeded"], ["companyNeeded"], []]);
  expect(person("child", true, here, true)).toEqual(["adultsOnly"]);
  expect(ageRulesOn("2026-09-17").citation).toContain("民法典");
});

test("a child waits where its grown-up waits, also when there is room", () => {
  const company = new Map([["s1", "waits"]] as const);
  const child = { ...facts.person, ageBand: "child" as const, company };

  expect(canJoin({ ...facts, person: child })).toEqual([{ code: "companyNeeded", mends: "self", mayWait: true }]);
});

test("a minor goes nowhere where no task is for minors, and only who may lead leads", () => {
  const minor = { ageBand: "youth" as const, hasGuardian: true, company: noCompany, mayLead: false, skills: [] };

  expect(codes({ person: minor, post: { ...facts.post, work: "楼道、扶手" } })).toEqual(["noMinorTask"]);
  expect(codes({ post: { ...facts.post, kind: "leader" } })).toEqual(["leadersOnly"]);
  expect(codes({ post: { ...facts.post, kind: "leader" }, person: { ...facts.person, mayLead: true } })).toEqual([]);
});

test("a post for a skill is for those who have it, which the organiser can write down", () => {
  const post = { ...facts.post, kind: "skilled", skill: "急救" };
  const who = (...skills: string[]) => canJoin({ ...facts, post, person: { ...facts.person, skills } });

  expect([who(), who("电工"), who("电工", "急救")]).toEqual([
    [{ code: "skillNeeded", mends: "organiser", mayWait: false }],
    [{ code: "skillNeeded", mends: "organiser", mayWait: false }],
    [],
  ]);
});

test("nobody has two places at one time, and two on one day are refused even when one is over before", () => {
  expect(codes({ others: [{ dayId: "other", startsAt: at(2), endsAt: at(4) }] })).toEqual(["timesClash"]);
  expect(codes({ others: [{ dayId: "other", startsAt: at(3), endsAt: at(4) }] })).toEqual([]);
  expect(codes({ others: [{ dayId: "d", startsAt: at(1), endsAt: at(3) }] })).toEqual(["signedElsewhere"]);
});

const moment = fc.integer({ min: 0, max: 23 }).map(at);
const anything: fc.Arbitrary<JoinFacts> = fc.record({
  now: moment,
  day: fc.record({
    id: fc.constantFrom("d", "e"),
    state: fc.constantFrom("open", "cancelled", "undecided"),
    heldOn: fc.constant("2026-09-17"),
    startsAt: moment,
    endsAt: moment,
  }),
  post: fc.record({
    siteId: fc.constantFrom("s1", "s2"),
    kind: fc.constantFrom("leader", "member"),
    isAdultsOnly: fc.boolean(),
    skill: fc.constantFrom(null, "急救", "电工"),
    work: fc.constantFrom("楼道", "楼道、绿化", "河道、绿化"),
    insuredFrom: fc.constantFrom(null, "2026-09-17", "2026-09-18"),
    insuredUntil: fc.constantFrom(null, "2026-09-16", "2026-09-17"),
    siteClosedOn: fc.constantFrom(null, null, "2026-09-14"),
    isUnled: fc.constantFrom(false, false, true),
    most: fc.integer({ min: 1, max: 3 }),
    taken: fc.integer({ min: 0, max: 3 }),
  }),
  person: fc.record({
    ageBand: fc.constantFrom(...ageBands),
    hasGuardian: fc.boolean(),
    company: fc
      .record({ s1: fc.constantFrom(undefined, "there" as const, "waits" as const), s2: fc.constantFrom(undefined, "there" as const, "waits" as const) })
      .map((at) => new Map(Object.entries(at).flatMap(([siteId, how]) => (how ? [[siteId, how] as const] : [])))),
    mayLead: fc.boolean(),
    skills: fc.subarray(["急救", "电工"]),
  }),
  others: fc.array(fc.record({ dayId: fc.constantFrom("d", "e", "f"), startsAt: moment, endsAt: moment }), { maxLength: 3 }),
});

test(`a place is given exactly when nothing stands in the way, whatever the order of looking (seed ${seed})`, () => {
  const oracle = ({ now, day, post, person, others }: JoinFacts): boolean => {
    if (day.state !== "open" || now >= day.endsAt || post.taken >= post.most || post.siteClosedOn || post.isUnled) return false;
    if (others.some((o) => o.dayId === day.id || (o.startsAt < day.endsAt && day.startsAt < o.endsAt))) return false;
    if (post.kind === "leader" && !person.mayLead) return false;
    if (post.work.includes("河道") && (post.insuredFrom !== "2026-09-17" || post.insuredUntil !== "2026-09-17")) return false;
    if (post.skill && !person.skills.includes(post.skill)) return false;
    if (person.ageBand === "adult") return true;
    const isLookedAfter = person.ageBand === "youth" ? person.hasGuardian : person.company.get(post.siteId) === "there";
    return person.ageBand !== "small" && isLookedAfter && !post.isAdultsOnly && post.work.includes("绿化");
  };

  fc.assert(
    fc.property(anything, (some) => (canJoin(some).length === 0) === oracle(some)),
    { seed, numRuns: 2000 },
  );
});

test(`one place less never opens a door, and a guardian never closes one (seed ${seed})`, () => {
  const holds = (some: JoinFacts) => {
    const fuller = canJoin({ ...some, post: { ...some.post, taken: some.post.taken + 1 } }).length;
    const guarded = canJoin({ ...some, person: { ...some.person, hasGuardian: true } }).length;
    return fuller >= canJoin(some).length && guarded <= canJoin(some).length;
  };

  fc.assert(fc.property(anything, holds), { seed });
});
