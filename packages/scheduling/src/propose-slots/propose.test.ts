import fc from "fast-check";
import { expect, test } from "vitest";
import { bestSlots, type OracleProposal } from "../oracle/rank-oracle.js";
import { randomCase } from "../oracle/random-case.js";
import { allSlots, minutesOf } from "../oracle/slot-oracle.js";
import { listSweeps } from "../oracle/sweep.js";
import type { Proposal } from "../proposal.js";
import { propose } from "./propose.js";

function inOracleWords(proposal: Proposal): OracleProposal {
  return {
    start: minutesOf(proposal.start),
    venues: [...(proposal.venue === undefined ? [] : [proposal.venue]), ...proposal.otherVenues],
    medium: proposal.score.medium,
    soft: proposal.score.soft,
    present: proposal.present,
    absent: proposal.absent.map((one) => one.person),
    quorums: proposal.quorums.map((quorum) => quorum.have),
  };
}

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
