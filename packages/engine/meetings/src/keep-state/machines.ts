import type { MeetingState } from "../meetings.js";
import { defineMachine, type Machine } from "./state-machine.js";

export const meetingMachine = defineMachine({
  name: "meeting",
  states: ["draft", "noticed", "checking_in", "in_session", "inquorate", "minutes_draft", "minutes_confirmed", "published", "cancelled"] as MeetingState[],
  first: ["draft"],
  moves: {
    announce: { from: ["draft"], to: "noticed" },
    reschedule: { from: ["noticed", "checking_in", "inquorate"], to: "noticed" },
    cancel: { from: ["draft", "noticed", "checking_in", "inquorate"], to: "cancelled" },
    checkIn: { from: ["noticed", "checking_in"], to: "checking_in" },
    open: { from: ["checking_in"], to: "in_session" },
    findInquorate: { from: ["checking_in"], to: "inquorate" },
    close: { from: ["in_session"], to: "minutes_draft" },
    confirmMinutes: { from: ["minutes_draft"], to: "minutes_confirmed" },
    reopenMinutes: { from: ["minutes_confirmed"], to: "minutes_draft" },
    post: { from: ["minutes_confirmed"], to: "published" },
    takeDown: { from: ["published"], to: "minutes_draft" },
  },
});
export type MeetingMove = keyof typeof meetingMachine.moves;

/** What is on the agenda. What was talked through or decided can be voted on again; what was put off comes back in another meeting. */
export const itemMachine = defineMachine({
  name: "item",
  states: ["scheduled", "discussed", "decided", "deferred"],
  first: ["scheduled"],
  moves: {
    finish: { from: ["scheduled"], to: "discussed" },
    defer: { from: ["scheduled"], to: "deferred" },
    assign: { from: ["scheduled"], to: "decided" },
    decide: { from: ["scheduled", "discussed", "decided"], to: "decided" },
    reopen: { from: ["decided"], to: "scheduled" },
    putBack: { from: ["decided"], to: "deferred" },
  },
});
export type ItemMove = keyof typeof itemMachine.moves;

/** A motion is voted on once, however that is done, or withdrawn before; one that was adopted by mistake is revoked until the minutes stand. */
export const motionMachine = defineMachine({
  name: "motion",
  states: ["proposed", "adopted", "rejected", "withdrawn", "revoked"],
  first: ["proposed"],
  moves: {
    adopt: { from: ["proposed"], to: "adopted" },
    reject: { from: ["proposed"], to: "rejected" },
    withdraw: { from: ["proposed"], to: "withdrawn" },
    revoke: { from: ["adopted"], to: "revoked" },
  },
});
export type MotionMove = keyof typeof motionMachine.moves;

/** Whether a decision has effect. A step left out later takes the effect away again; what the competent body refused stays refused, what was revoked stays revoked. */
export const effectMachine = defineMachine({
  name: "effect",
  states: ["effective", "awaits_competent_body", "awaits_steps", "refused", "revoked"],
  first: ["effective", "awaits_competent_body", "awaits_steps"],
  moves: {
    allow: { from: ["awaits_competent_body"], to: "effective" },
    allowWithSteps: { from: ["awaits_competent_body"], to: "awaits_steps" },
    refuse: { from: ["awaits_competent_body"], to: "refused" },
    completeSteps: { from: ["awaits_steps"], to: "effective" },
    missStep: { from: ["effective"], to: "awaits_steps" },
    revoke: { from: ["effective", "awaits_competent_body", "awaits_steps"], to: "revoked" },
  },
});
export type Effect = (typeof effectMachine.states)[number];
export type EffectMove = keyof typeof effectMachine.moves;

/** A vote by paper or in the ledger of units (票决). */
export const pollMachine = defineMachine({
  name: "poll",
  states: ["preparing", "open", "closed", "withdrawn"],
  first: ["preparing"],
  moves: {
    open: { from: ["preparing"], to: "open" },
    close: { from: ["open"], to: "closed" },
    withdraw: { from: ["preparing", "open"], to: "withdrawn" },
  },
});
export type PollMove = keyof typeof pollMachine.moves;

/**
 * What was put up: while somebody's objection waits it cannot come to its end, and one with something in it keeps it from ever standing. What was taken
 * down stays kept and is not shown; the minutes can be mended and put up anew.
 */
export const noticeMachine = defineMachine({
  name: "notice",
  states: ["up", "objected", "faulted", "settled", "withdrawn"],
  first: ["up"],
  moves: {
    object: { from: ["up", "objected", "faulted"], to: "objected" },
    clear: { from: ["objected"], to: "up" },
    fault: { from: ["objected"], to: "faulted" },
    settle: { from: ["up"], to: "settled" },
    withdraw: { from: ["up", "objected", "faulted", "settled"], to: "withdrawn" },
  },
});
export type NoticeMove = keyof typeof noticeMachine.moves;

/** What somebody said against a notice (异议): answered once, as it is or with something in it. */
export const objectionMachine = defineMachine({
  name: "objection",
  states: ["received", "answered", "upheld"],
  first: ["received"],
  moves: { answer: { from: ["received"], to: "answered" }, uphold: { from: ["received"], to: "upheld" } },
});
export type ObjectionMove = keyof typeof objectionMachine.moves;

/** Every thing of meetings that has states, in the order of the drawing. */
export const machines: readonly Machine[] = [meetingMachine, itemMachine, motionMachine, effectMachine, pollMachine, noticeMachine, objectionMachine];
