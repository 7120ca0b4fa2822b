import { explain, plan } from "@lianxin/scheduling";
import { expect, test } from "vitest";
import type { SlotQuestion } from "../find-slots/describe-problem.js";
import { shippedPacks } from "../keep-rules/shipped-packs.js";
import { mergeQuestions } from "./merge-questions.js";

const pack = shippedPacks.find(({ id }) => id.startsWith("local.deliberation_council"))!;
const aVenue = (id: string, seats = 30) => ({ id, name: id, kind: "hall" as const, placePath: "/", seats, equipment: [], openings: [], closures: [] });
const aQuestion = (meetingId: string, more: Partial<SlotQuestion> = {}): SlotQuestion => ({
  ...{ meetingId, minutes: 60, today: "2026-09-01", fromOn: "2026-09-07", untilOn: "2026-09-11", now: "2026-09-01T09:00" },
  ...{ voting: ["a", "b", "c"], others: [], parties: [], chairId: "a", pack, calendars: new Map(), venues: [aVenue("hall")] },
  ...{ holidays: { days: [], missingYears: [] }, meetingsOf: new Map(), bookings: new Map() },
  ...more,
});

test("two drafts that share their people and their only room are placed apart", () => {
  const { problem } = mergeQuestions([
    { question: aQuestion("one"), declined: [] },
    { question: aQuestion("two"), declined: [] },
  ]);

  const { assignments, violations } = plan(problem, { seed: 1, iterations: 2_000 });

  expect([assignments.length, violations, problem.people.length, problem.venues.length]).toEqual([2, [], 3, 1]);
});

test("a community's meeting keeps to its own rooms, and one without rooms needs none", () => {
  const { problem } = mergeQuestions([
    { question: aQuestion("here"), declined: [] },
    { question: aQuestion("there", { venues: [aVenue("other")] }), declined: [] },
    { question: aQuestion("outside", { venues: [] }), declined: [] },
  ]);

  expect(problem.meetings.map(({ venues, noVenue }) => [venues, noVenue])).toEqual([
    [["hall"], undefined],
    [["other"], undefined],
    [undefined, true],
  ]);
});

test("an announced meeting may stand where it stands: early notice, odd hours and a tight room are no fault of it", () => {
  const standing = { start: "2026-09-07T12:30", end: "2026-09-07T13:30", venueId: "hall" };
  const { problem, stood } = mergeQuestions([{ question: aQuestion("one", { venues: [aVenue("hall", 2)], today: "2026-09-07" }), standing, declined: [] }]);

  expect(explain(problem, stood)[0]!.violations).toEqual([]);
});

test("whoever declined counts as away at that time, and a chair who declined breaks the slot", () => {
  const standing = { start: "2026-09-07T15:00", end: "2026-09-07T16:00", venueId: "hall" };
  const { problem, stood } = mergeQuestions([{ question: aQuestion("one"), standing, declined: ["a"] }]);

  expect(explain(problem, stood)[0]!.violations.map(({ params }) => params["rule"])).toEqual(["person"]);
});
