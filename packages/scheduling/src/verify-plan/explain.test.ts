import fc from "fast-check";
import { expect, test } from "vitest";
import { randomCase } from "../oracle/random-case.js";
import type { Problem } from "../problem.js";
import { propose } from "../propose-slots/propose.js";
import { explain, score } from "../judge-plan/score.js";

const members = ["ann", "bo", "cai"];
const problem: Problem = {
  horizon: { start: "2026-09-07", days: 5, from: "09:00", to: "18:00" },
  postFrom: "2026-09-07",
  people: [{ id: "ann" }, { id: "bo", leave: [{ from: "2026-09-09T00:00", to: "2026-09-10T00:00" }] }, { id: "cai" }],
  venues: [{ id: "hall", seats: 2, bufferMinutes: 30 }],
  meetings: [
    { id: "council", minutes: 60, required: ["ann"], quorums: [{ id: "members", of: members, atLeast: [2, 3] }], seats: 3 },
    {
      id: "talk",
      minutes: 60,
      required: ["ann"],
      preferred: [{ person: "cai" }],
      after: [{ meeting: "council" }],
      notice: { n: 3, basis: "calendar", count: "clear" },
    },
  ],
};

test("tells what a dragged meeting breaks: rooms, people, quorum, seats, order and notice", () => {
  const dragged = [
    { meeting: "council", start: "2026-09-09T10:00", end: "2026-09-09T11:00", venue: "hall" },
    { meeting: "talk", start: "2026-09-09T10:30", end: "2026-09-09T11:30", venue: "hall" },
  ];

  const [council, talk] = explain(problem, dragged);

  expect(council!.violations.map((one) => [one.term, one.value])).toEqual([
    ["seatsShort", 1],
    ["roomClash", 4],
    ["requiredClash", 2],
    ["quorumShort", 1],
    ["orderBroken", 1],
  ]);
  expect(council!.absent).toEqual([
    { person: "ann", part: "required", reason: "elsewhere", until: "2026-09-09T11:30+08:00" },
    { person: "bo", part: "member", reason: "leave", until: "2026-09-10T00:00+08:00" },
  ]);
  expect(talk!.latestPosting).toBe("2026-09-05");
  expect(talk!.violations.map((one) => one.params["rule"])).toContain("notice");
});

test("tells of 300 random slots who is there, who is not, why and until when, as the offer does (seed 23)", () => {
  fc.assert(
    fc.property(fc.nat(0x7fffffff), (seed) => {
      const { problem: free, meeting } = randomCase(seed, 1);
      const offer = propose(free, meeting);
      const asked = { ...free, meetings: [meeting] };

      for (const slot of offer.kind === "slots" ? offer.proposals : []) {
        const [told] = explain(asked, [{ meeting: "m", start: slot.start, end: slot.end, ...(slot.venue === undefined ? {} : { venue: slot.venue }) }]);

        const { present, absent, quorums, roles, latestPosting } = told!;
        expect({ present, absent, quorums, roles, latestPosting }).toEqual({
          present: slot.present,
          absent: slot.absent,
          quorums: slot.quorums,
          roles: slot.roles,
          latestPosting: slot.latestPosting,
        });
        expect(told!.violations).toEqual([]);
      }
    }),
    { seed: 23, numRuns: 300 },
  );
}, 120_000);

test("finds nothing wrong with the same meetings side by side on another day", () => {
  const good = [
    { meeting: "council", start: "2026-09-11T10:00", end: "2026-09-11T11:00", venue: "hall" },
    { meeting: "talk", start: "2026-09-11T11:30", end: "2026-09-11T12:30", venue: "hall" },
  ];

  const { violations, score: total } = score({ ...problem, meetings: problem.meetings.map((one) => ({ ...one, seats: 2 })) }, good);

  expect(violations).toEqual([]);
  expect(total.hard).toBe(0);
});

test.each([
  ["unknown-meeting", [{ meeting: "x", start: "2026-09-11T10:00", end: "2026-09-11T11:00" }]],
  ["unknown-venue", [{ meeting: "talk", start: "2026-09-11T10:00", end: "2026-09-11T11:00", venue: "attic" }]],
  ["bad-interval", [{ meeting: "talk", start: "2026-09-11T10:00", end: "2026-09-11T10:00" }]],
])("refuses a plan with %s", (code, assignments) => {
  expect(() => explain(problem, assignments)).toThrow(expect.objectContaining({ code }));
});

test("the checker and the search alike know of a leave without an end, written as the year 9999", () => {
  const forever: Problem = {
    horizon: { start: "2026-09-09", days: 1, from: "09:00", to: "10:00" },
    people: [{ id: "gone", leave: [{ from: "2026-01-01T00:00", to: "9999-12-31T00:00" }] }, { id: "here" }],
    venues: [],
    meetings: [{ id: "m", minutes: 60, required: ["here"], preferred: [{ person: "gone" }] }],
  };
  const absent = { person: "gone", part: "preferred", reason: "leave", until: "9999-12-31T00:00+08:00" };

  const offer = propose(forever, forever.meetings[0]!);
  const [explained] = explain(forever, [{ meeting: "m", start: "2026-09-09T09:00", end: "2026-09-09T10:00" }]);

  expect(offer.kind === "slots" && offer.proposals[0]!.absent).toEqual([absent]);
  expect(explained!.absent).toEqual([absent]);
});
