import type { AppError } from "@lianxin/plugin-kit";
import { expect, test } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { drawPage } from "./draw-machines.js";
import { machines } from "./machines.js";
import { finalStates, findNext } from "./state-machine.js";
import { getNextEffect, getNextItem, getNextMeeting, getNextMotion, getNextNotice, getNextObjection, getNextPoll } from "./take-steps.js";

/** Written by hand, apart from the tables: every allowed step, and no other. */
const allowed: Record<string, string> = {
  meeting: `draft announce noticed
draft cancel cancelled
noticed reschedule noticed
noticed cancel cancelled
checking_in reschedule noticed
checking_in cancel cancelled
noticed checkIn checking_in
checking_in checkIn checking_in
checking_in open in_session
checking_in findInquorate inquorate
inquorate reschedule noticed
inquorate cancel cancelled
in_session close minutes_draft
minutes_draft confirmMinutes minutes_confirmed
minutes_confirmed reopenMinutes minutes_draft
minutes_confirmed post published
published takeDown minutes_draft`,
  item: `scheduled finish discussed
scheduled defer deferred
scheduled assign decided
scheduled decide decided
discussed decide decided
decided decide decided
decided reopen scheduled
decided putBack deferred`,
  motion: `proposed adopt adopted
proposed reject rejected
proposed withdraw withdrawn
adopted revoke revoked`,
  effect: `awaits_competent_body allow effective
awaits_competent_body allowWithSteps awaits_steps
awaits_competent_body refuse refused
awaits_steps completeSteps effective
effective missStep awaits_steps
effective revoke revoked
awaits_competent_body revoke revoked
awaits_steps revoke revoked`,
  poll: `preparing open open
preparing withdraw withdrawn
open close closed
open withdraw withdrawn`,
  notice: `up object objected
objected object objected
faulted object objected
objected clear up
objected fault faulted
faulted withdraw withdrawn
up settle settled
up withdraw withdrawn
objected withdraw withdrawn
settled withdraw withdrawn`,
  objection: `received answer answered
received uphold upheld`,
};
const ends: Record<string, readonly string[]> = {
  meeting: ["cancelled"],
  item: ["deferred"],
  motion: ["rejected", "withdrawn", "revoked"],
  effect: ["refused", "revoked"],
  poll: ["closed", "withdrawn"],
  notice: ["withdrawn"],
  objection: ["answered", "upheld"],
};
const words = zhCN as Readonly<Record<string, string>>;
const text = (key: string): string => {
  const word = words[key.replace(/^meetings\./, "")];
  if (word === undefined) throw new Error(`There is no word for ${key}. Maybe add it to messages/.`);
  return word;
};
/** How each thing is moved, and by what it refuses. */
const takes: Record<string, { readonly code: string; readonly take: (state: string, move: never) => string }> = {
  meeting: { code: "meetings.stateWrong", take: (state, move) => getNextMeeting({ text }, state, move) },
  item: { code: "meetings.itemSettled", take: (state, move) => getNextItem({ title: "挡土墙", state }, move) },
  motion: { code: "meetings.motionVoted", take: (state, move) => getNextMotion(state, move) },
  effect: { code: "meetings.effectWrong", take: (state, move) => getNextEffect({ text }, state, move) },
  poll: { code: "meetings.pollStateWrong", take: (state, move) => getNextPoll({ text }, state, move) },
  notice: { code: "meetings.noticeWrong", take: (state, move) => getNextNotice({ text }, state, move) },
  objection: { code: "meetings.objectionAnswered", take: (state, move) => getNextObjection(state, move) },
};
const named = machines.map((machine) => [machine.name, machine] as const);

test.each(named)("every pair of a state and a move of %s goes where the list says, or nowhere", (name, machine) => {
  const found = machine.states.flatMap((from) =>
    Object.keys(machine.moves).flatMap((move) => {
      const to = findNext(machine, from, move);
      return to === undefined ? [] : [`${from} ${move} ${to}`];
    }),
  );

  expect(found.sort()).toEqual(allowed[name]!.split("\n").sort());
});

test.each(named)("every step of %s that the list does not have is refused with its code, field or remedy in words", (name, machine) => {
  const { code, take } = takes[name]!;
  const legal = new Map(allowed[name]!.split("\n").map((line) => [line.slice(0, line.lastIndexOf(" ")), line.slice(line.lastIndexOf(" ") + 1)]));
  for (const from of machine.states)
    for (const move of Object.keys(machine.moves)) {
      const answer = (() => {
        try {
          return take(from, move as never);
        } catch (error) {
          return (error as AppError).code;
        }
      })();

      expect([from, move, answer]).toEqual([from, move, legal.get(`${from} ${move}`) ?? code]);
    }
  expect([text(`error.${code.split(".")[1]}`), text(`error.${code.split(".")[1]}.remedy`)].every((word) => word.length > 0)).toBe(true);
});

test.each(named)("%s ends where it shall, and every state of it can be reached", (name, machine) => {
  const reached = new Set<string>(machine.first);
  for (let size = -1; size < reached.size;) {
    size = reached.size;
    for (const { from, to } of Object.values(machine.moves)) if (from.some((state) => reached.has(state))) reached.add(to);
  }

  expect(finalStates(machine)).toEqual(ends[name]);
  expect([...reached].sort()).toEqual([...machine.states].sort());
});

/** Where the words of a machine's states and moves are kept. */
const keys: Record<string, { readonly state: string; readonly move: string }> = {
  meeting: { state: "state", move: "move" },
  item: { state: "item", move: "item.move" },
  motion: { state: "motion", move: "motion.move" },
  effect: { state: "effect", move: "effect.move" },
  poll: { state: "poll.state", move: "poll.move" },
  notice: { state: "posting", move: "posting.move" },
  objection: { state: "objection", move: "objection.move" },
};

test("the drawing in docs is that of the tables", async () => {
  const page = drawPage(machines, (machine, kind, name) => text(`meetings.${keys[machine]![kind]}.${name}`));

  await expect(page).toMatchFileSnapshot("../../../../../docs/states/meetings.md");
});
