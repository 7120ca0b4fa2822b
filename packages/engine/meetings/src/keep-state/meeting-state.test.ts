import { expect, test } from "vitest";
import type { MeetingState } from "../meetings.js";
import { findNextState, meetingMoves } from "./meeting-state.js";

const states: readonly MeetingState[] = [
  "draft",
  "noticed",
  "checking_in",
  "in_session",
  "inquorate",
  "minutes_draft",
  "minutes_confirmed",
  "published",
  "cancelled",
];
const steps = states.flatMap((from) => meetingMoves.map((move) => ({ from, move, to: findNextState(from, move) }))).filter(({ to }) => to !== undefined);

/** Written by hand, apart from the table: every allowed step, and no other. */
const allowed = `
draft announce noticed
draft cancel cancelled
noticed reschedule noticed
noticed cancel cancelled
noticed checkIn checking_in
checking_in checkIn checking_in
checking_in open in_session
checking_in findInquorate inquorate
inquorate reschedule noticed
inquorate cancel cancelled
in_session close minutes_draft
minutes_draft confirmMinutes minutes_confirmed
minutes_confirmed post published`;

test("every pair of a stage and a move goes where the list says, or nowhere", () => {
  const found = steps.map(({ from, move, to }) => `${from} ${move} ${to}`);

  expect(found.sort()).toEqual(allowed.trim().split("\n").sort());
});

test("only what is published or cancelled has ended, and every other stage leads to an end", () => {
  const reaches = (from: MeetingState, seen: readonly MeetingState[] = []): boolean =>
    ["published", "cancelled"].includes(from) || steps.some((step) => step.from === from && !seen.includes(step.to!) && reaches(step.to!, [...seen, from]));
  const ends = states.filter((state) => steps.every(({ from }) => from !== state));

  expect(ends).toEqual(["published", "cancelled"]);
  expect(states.every((state) => reaches(state))).toBe(true);
});
