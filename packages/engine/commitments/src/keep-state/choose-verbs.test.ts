import fc from "fast-check";
import { expect, test } from "vitest";
import type { CommitmentState } from "../commitments.js";
import { chooseVerbs, type Standing } from "./choose-verbs.js";
import { findNextState } from "./commitment-state.js";

const states: readonly CommitmentState[] = [
  "offered",
  "confirmed",
  "in_progress",
  "submitted",
  "verified",
  "closed",
  "declined",
  "reopened",
  "transferred",
  "void",
];
const anyone: fc.Arbitrary<Standing> = fc.record({
  isOwner: fc.boolean(),
  isOfOwner: fc.boolean(),
  isVerifier: fc.boolean(),
  hasPassed: fc.boolean(),
  areSeveral: fc.boolean(),
  isReporter: fc.boolean(),
  mayReport: fc.boolean(),
  mayCheck: fc.boolean(),
  mayClose: fc.boolean(),
  mayAssign: fc.boolean(),
  mayUrge: fc.boolean(),
});
const nobody: Standing = {
  ...{ isOwner: false, isOfOwner: false, isVerifier: false, hasPassed: false, areSeveral: false, isReporter: false },
  ...{ mayReport: false, mayCheck: false, mayClose: false, mayAssign: false, mayUrge: false },
};

test("neither an owner nor whoever entered the report is offered the check, whatever rights they hold", () => {
  fc.assert(
    fc.property(anyone, fc.constantFrom(...states), fc.constantFrom("isOwner", "isReporter"), (standing, state, who) => {
      const verbs = chooseVerbs(state, { ...standing, [who]: true });

      expect(verbs).not.toContain("verify");
      expect(verbs).not.toContain("reject");
    }),
    { seed: 20260909 },
  );
});

test("only what the state allows is offered, and nothing to who has no part in it", () => {
  fc.assert(
    fc.property(anyone, fc.constantFrom(...states), (standing, state) => {
      expect(chooseVerbs(state, standing).filter((verb) => verb !== "urge" && !findNextState(state, verb as never))).toEqual([]);
      expect(chooseVerbs(state, nobody)).toEqual([]);
    }),
    { seed: 20260909 },
  );
});

test("an owner confirms or returns an offer, then reports, hands over or asks leave, and urges nobody", () => {
  const owner = { ...nobody, isOwner: true, mayUrge: true };

  expect([chooseVerbs("offered", owner), chooseVerbs("in_progress", owner), chooseVerbs("submitted", owner)]).toEqual([
    ["confirm", "decline", "progress", "submit", "transfer", "void"],
    ["withdraw", "progress", "submit", "transfer", "void"],
    [],
  ]);
});
