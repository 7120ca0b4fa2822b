import { commitmentMachine } from "./commitment-state.js";
import { defineMachine, type Machine } from "./state-machine.js";

/** A piece of work. Put off again counts as another deferral; what was merged or dropped by mistake comes back. */
export const partMachine = defineMachine({
  name: "part",
  states: ["open", "deferred", "merged", "withdrawn", "void"],
  first: ["open"],
  moves: {
    defer: { from: ["open", "deferred"], to: "deferred" },
    resume: { from: ["deferred"], to: "open" },
    merge: { from: ["open", "deferred"], to: "merged" },
    withdraw: { from: ["open", "deferred"], to: "withdrawn" },
    void: { from: ["open", "deferred"], to: "void" },
    restore: { from: ["merged", "withdrawn", "void"], to: "open" },
  },
});

/** More time, leave to drop the work, or to give an assignment back: asked by one, decided by another. */
export const requestMachine = defineMachine({
  name: "request",
  states: ["asked", "approved", "refused", "withdrawn"],
  first: ["asked"],
  moves: {
    approve: { from: ["asked"], to: "approved" },
    refuse: { from: ["asked"], to: "refused" },
    withdraw: { from: ["asked"], to: "withdrawn" },
  },
});

/** Somebody else wants to lead what another was offered or has claimed. */
export const counterClaimMachine = defineMachine({
  name: "counterClaim",
  states: ["made", "accepted", "refused", "withdrawn"],
  first: ["made"],
  moves: {
    accept: { from: ["made"], to: "accepted" },
    refuse: { from: ["made"], to: "refused" },
    withdraw: { from: ["made"], to: "withdrawn" },
  },
});

/** A change of the lead: nothing changes before both have signed. */
export const handOverMachine = defineMachine({
  name: "handOver",
  states: ["proposed", "giver_signed", "taker_signed", "done", "refused"],
  first: ["proposed", "giver_signed", "taker_signed"],
  moves: {
    giverSigns: { from: ["proposed"], to: "giver_signed" },
    takerSigns: { from: ["proposed"], to: "taker_signed" },
    takerCompletes: { from: ["giver_signed"], to: "done" },
    giverCompletes: { from: ["taker_signed"], to: "done" },
    refuse: { from: ["proposed", "giver_signed", "taker_signed"], to: "refused" },
  },
});

/** What keeps the owner from going on; it has its own days and is never counted as lateness. */
export const blockMachine = defineMachine({
  name: "block",
  states: ["blocked", "lifted"],
  first: ["blocked"],
  moves: { lift: { from: ["blocked"], to: "lifted" } },
});

/** A short code on paper. It is worth nothing once its promise is closed or led by somebody else, or once it was used to rate. */
export const codeMachine = defineMachine({
  name: "code",
  states: ["valid", "used", "burnt"],
  first: ["valid"],
  moves: { use: { from: ["valid"], to: "used" }, burn: { from: ["valid"], to: "burnt" } },
});

/** Every thing of commitments that has states, in the order of the drawing. */
export const machines: readonly Machine[] = [commitmentMachine, partMachine, requestMachine, counterClaimMachine, handOverMachine, blockMachine, codeMachine];
