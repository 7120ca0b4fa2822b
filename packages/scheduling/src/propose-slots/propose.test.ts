import fc from "fast-check";
import { expect, test } from "vitest";
import { bestSlots, inOracleWords } from "../oracle/rank-oracle.js";
import { randomCase } from "../oracle/random-case.js";
import { allSlots, minutesOf } from "../oracle/slot-oracle.js";
import { listSweeps } from "../oracle/sweep.js";
import { describe as say } from "../messages/describe.js";
import { explain } from "../judge-plan/score.js";
import { plan } from "../plan-meetings/plan.js";
import { drawFrom } from "../oracle/random-numbers.js";
import type { Assignment, Interval, Problem } from "../problem.js";
import { propose } from "./propose.js";

test.each(listSweeps(20260918, 500))(
  "answers $runs random queries (seed $seed) as the brute-force oracle does",
  ({ seed, runs }) => {
    fc.assert(
      fc.property(fc.nat(0x7fffffff), (drawn) => {
        const { problem, meeting } = randomCase(drawn, 1);

        const offer = propose(problem, meeting);

        const expected = bestSlots(problem, meeting, allSlots(problem, meeting), 5);
        expect(offer.kind === "slots" ? offer.proposals.map(inOracleWords) : []).toEqual(expected);
      }),
      { numRuns: runs, seed },
    );
  },
  300_000,
);

test("answers 200 random queries among standing meetings, which take people and rooms and set the order, as the oracle does (seed 31)", () => {
  fc.assert(
    fc.property(fc.nat(0x7fffffff), (drawn) => {
      const { problem, meeting } = randomCase(drawn, 1);
      const draw = drawFrom(drawn);
      const ids = problem.people.map((one) => one.id);
      const others = [0, 1, 2].map((i) => ({ id: `o${i}`, minutes: 60, required: [ids[draw(ids.length)]!], preferred: [{ person: ids[draw(ids.length)]! }] }));
      const around = others.map((one) => {
        const start = new Date(Date.UTC(2026, 8, 18 + draw(problem.horizon.days), 9 + draw(6))).toISOString().slice(0, 16);
        const venue = problem.venues[draw(6)]?.id;
        return { meeting: one.id, start, end: `${start.slice(0, 14)}45`, ...(venue === undefined ? {} : { venue }) };
      });
      const clean = others.map(({ preferred, ...one }) => ({ ...one, preferred: preferred.filter(({ person }) => !one.required.includes(person)) }));
      const follows = draw(2) === 0;
      const gapMinutes = 30 * draw(3);
      const asked = { ...meeting, ...(follows ? { after: [{ meeting: "o0", gapMinutes }] } : {}) };

      const offer = propose({ ...problem, meetings: clean }, asked, { around });

      const taken = (isHit: (i: number) => boolean): Interval[] => around.flatMap(({ start, end }, i) => (isHit(i) ? [{ from: start, to: end }] : []));
      const people = problem.people.map((one) => ({ ...one, busy: [...(one.busy ?? []), ...taken((i) => clean[i]!.required.includes(one.id))] }));
      const venues = problem.venues.map((one) => ({ ...one, busy: [...(one.busy ?? []), ...taken((i) => around[i]!.venue === one.id)] }));
      const behind = minutesOf(around[0]!.end) + gapMinutes;
      const slots = allSlots({ ...problem, people, venues }, meeting).filter((slot) => !follows || slot.start >= behind);
      const expected = bestSlots({ ...problem, people, venues }, meeting, slots, 5);
      expect(offer.kind === "slots" ? offer.proposals.map(inOracleWords) : []).toEqual(expected);
    }),
    { seed: 31, numRuns: 200 },
  );
}, 120_000);

test("says of everyone who is absent why, and until when, as their calendar does", () => {
  const day = "2026-09-21";
  const hours = { days: { 1: [["08:30", "12:00"]] as const } };
  const problem = {
    horizon: { start: day, days: 2 },
    people: [
      { id: "busy", busy: [{ from: `${day}T09:30`, to: `${day}T11:00` }] },
      { id: "away", leave: [{ from: `${day}T00:00`, to: "2026-09-25T00:00" }], busy: [{ from: `${day}T09:00`, to: `${day}T09:15` }] },
      { id: "unsure", tentative: [{ from: "2026-09-21T01:15:00Z", to: "2026-09-21T01:30:00Z" }] },
      { id: "early", hours: { days: { 1: [["07:00", "09:00"]], 2: [["07:00", "09:00"]] } as const } },
    ],
    venues: [],
    meetings: [],
  };
  const preferred = problem.people.map(({ id }) => ({ person: id }));

  const offer = propose(problem, { id: "m", minutes: 60, hours, preferred, notBefore: `${day}T09:00`, deadline: `${day}T10:00` });

  expect(offer.kind === "slots" && offer.proposals[0]?.absent).toEqual([
    { person: "busy", part: "preferred", reason: "busy", until: "2026-09-21T11:00+08:00" },
    { person: "away", part: "preferred", reason: "leave", until: "2026-09-25T00:00+08:00" },
    { person: "unsure", part: "preferred", reason: "tentative", until: "2026-09-21T09:30+08:00" },
    { person: "early", part: "preferred", reason: "off-hours", until: "2026-09-22T07:00+08:00" },
  ]);
});

test("proposes the retaining-wall meeting with its quorum, its roles and the day by which the poster must be up", () => {
  const council = Array.from({ length: 21 }, (_, i) => `member-${i + 1}`);
  const people = council.map((id, i) => ({ id, ...(i >= 16 ? { busy: [{ from: "2026-09-09T00:00", to: "2026-09-10T00:00" }] } : {}) }));
  const meeting = {
    id: "wall",
    minutes: 90,
    quorums: [{ id: "members", of: council, atLeast: [2, 3] as const }],
    roles: [{ id: "property", anyOf: ["member-3", "member-20"] }],
    notice: { n: 3, basis: "calendar" as const, count: "clear" as const },
    pinned: { start: "2026-09-09T15:00" },
  };

  const offer = propose({ horizon: { start: "2026-09-01", days: 30 }, postFrom: "2026-09-03", people, venues: [{ id: "hall" }], meetings: [] }, meeting);

  expect(offer.kind === "slots" && offer.proposals[0]).toMatchObject({
    start: "2026-09-09T15:00+08:00",
    end: "2026-09-09T16:30+08:00",
    venue: "hall",
    latestPosting: "2026-09-05",
    quorums: [{ id: "members", need: 14, have: 16, of: 21, margin: 2 }],
    roles: [{ id: "property", need: 1, have: 1, who: ["member-3"] }],
  });
});

test("takes the quarter hour in which an engagement ends by seconds, and no more when it ends on the minute", () => {
  const endingAt = (to: string) => ({
    horizon: { start: "2026-09-09", days: 1, from: "10:00", to: "12:00" },
    people: [{ id: "chair", busy: [{ from: "2026-09-09T09:00", to }] }],
    venues: [],
    meetings: [],
  });
  const first = (to: string): string | undefined => {
    const problem = endingAt(to);
    const meeting = { id: "m", minutes: 15, required: ["chair"] };
    const offer = propose(problem, meeting);
    const start = offer.kind === "slots" ? offer.proposals[0]!.start : "";
    const early = { meeting: "m", start: "2026-09-09T10:15", end: "2026-09-09T10:30" };
    const violations = explain({ ...problem, meetings: [meeting] }, [early])[0]!.violations.length;
    expect(violations).toBe(start.endsWith("10:15+08:00") ? 0 : 1);
    return start.slice(11, 16);
  };

  expect(["2026-09-09T10:15:30", "2026-09-09T10:15:00.001", "2026-09-09T10:15:00.000", "2026-09-09T02:15:00Z"].map(first)).toEqual([
    "10:30",
    "10:30",
    "10:15",
    "10:15",
  ]);
});

const ordered = {
  horizon: { start: "2026-09-09", days: 2, from: "09:00", to: "12:00" },
  holidays: [{ year: 2026, days: [] }],
  people: [{ id: "chair" }, { id: "guest" }],
  venues: [{ id: "hall" }, { id: "room" }],
  meetings: [
    { id: "council", minutes: 60, required: ["chair"], series: { on: { day: 9 }, shift: "skip" } },
    { id: "report", minutes: 60, required: ["guest"], after: [{ meeting: "council", gapMinutes: 30 }] },
    { id: "feast", minutes: 60, after: [{ meeting: "report" }] },
  ],
} satisfies Problem;
const council = { meeting: "council/2026-09", start: "2026-09-09T10:00", end: "2026-09-09T11:00", venue: "hall" };
const report = ordered.meetings[1]!;

test("offers only times after what the meeting follows, and before what follows it, as they stand", () => {
  const feast = { meeting: "feast", start: "2026-09-10T10:30", end: "2026-09-10T11:30", venue: "hall" };
  const starts = (around: readonly Assignment[]): string[] => {
    const offer = propose(ordered, report, { k: 9, apartMinutes: 15, around });
    return offer.kind === "slots" ? offer.proposals.map((one) => one.start.slice(0, 16)) : [];
  };

  expect(starts([council])[0]).toBe("2026-09-10T09:00");
  expect(starts([council, feast])).toEqual(["2026-09-10T09:00", "2026-09-10T09:15", "2026-09-10T09:30"]);
  expect(starts([])[0]).toBe("2026-09-09T09:00");
});

test("offers a time for every meeting of a plan among the others, occurrences of a series as well", () => {
  const { assignments } = plan(ordered, { iterations: 2048 });

  for (const one of assignments) {
    const meeting = ordered.meetings.find(({ id }) => one.meeting.startsWith(id))!;
    const { series: _, ...rest } = { series: undefined, ...meeting };
    const offer = propose(ordered, { ...rest, id: one.meeting }, { k: 50, apartMinutes: 15, around: assignments });

    expect(offer.kind === "slots" && offer.proposals.map((slot) => slot.start)).toContain(one.start);
  }
  expect(assignments.map((one) => one.meeting)).toEqual(["council/2026-09", "report", "feast"]);
});

test("names the order among the rules that block, in both languages, and what giving it up would open", () => {
  const late = { ...council, start: "2026-09-10T11:00", end: "2026-09-10T12:00" };
  const early = { meeting: "feast", start: "2026-09-09T09:00", end: "2026-09-09T10:00", venue: "room" };

  const after = propose(ordered, report, { around: [late] });
  const before = propose(ordered, report, { around: [early] });

  const texts = [after, before].flatMap((offer) => (offer.kind === "blocked" ? offer.diagnosis.blocking.flat() : []));
  expect(texts.flatMap((rule) => [say("zh-CN", rule), say("en", rule)])).toEqual([
    "须在“council/2026-09”之后",
    "Only after “council/2026-09”",
    "须在“feast”之前",
    "Only before “feast”",
  ]);
  expect(after.kind === "blocked" && after.diagnosis.relax.map((one) => [one.rules.map((rule) => rule.kind), one.start])).toEqual([
    [["after"], "2026-09-09T09:00+08:00"],
  ]);
});

test("keeps people and rooms of meetings that stand already out of the offer", () => {
  const problem = {
    horizon: { start: "2026-09-09", days: 1, from: "09:00", to: "12:00" },
    people: [{ id: "chair" }, { id: "guest" }],
    venues: [{ id: "hall", bufferMinutes: 15 }],
    meetings: [
      { id: "first", minutes: 60, required: ["chair"] },
      { id: "second", minutes: 60, required: ["guest"] },
    ],
  };
  const around = [{ meeting: "first", start: "2026-09-09T09:00", end: "2026-09-09T10:00", venue: "hall" }];

  const offer = propose(problem, problem.meetings[1]!, { around });

  expect(offer.kind === "slots" && offer.proposals.map((one) => one.start)).toEqual(["2026-09-09T10:15+08:00"]);
});
