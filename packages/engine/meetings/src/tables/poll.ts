import { col, table } from "@lianxin/plugin-kit";
import type { FrozenQuorum, PollResult } from "../cast-ballots/judge-poll.js";

/** A vote by papers and online, among units that are frozen when it opens. */
export const poll = table("meetings_poll", {
  id: col.id(),
  placePath: col.place(),
  text: col.text().as("public"),
  packId: col.text(),
  /** Null for a vote that is taken without a meeting, by written consent. */
  meetingId: col.ref("meetings_meeting").nullable(),
  motionId: col.ref("meetings_motion").nullable(),
  /** The decision that waits for this vote of the competent body. */
  decisionId: col.ref("meetings_decision").nullable(),
  isSecret: col.bool(),
  state: col.text(),
  closesOn: col.date().nullable(),
  /** The last day as it was when the vote opened, where it was put later since, and why. */
  firstClosesOn: col.date().nullable(),
  laterReason: col.text().nullable(),
  /** Those with a vote of the meeting's body, of whom the roll has those there; null outside a meeting. */
  members: col.int().nullable(),
  /** The meeting's quorum by heads and by groups as it was when its papers went out; null outside a meeting and in older rows. */
  quorum: col.json<FrozenQuorum>().nullable(),
  result: col.json<PollResult>().nullable(),
  withdrawReason: col.text().nullable(),
  /** Why it was counted before its last day though not everybody had voted. */
  earlyReason: col.text().nullable(),
  /** When those with a vote were told of it; null where no rule asks. */
  noticedOn: col.date().nullable(),
  /** Why they were told later than the rules ask. */
  lateNotice: col.text().nullable(),
  /** Is the count proved in the audit? Null in rows from before counts were. */
  isSealed: col.bool().nullable(),
  createdById: col.ref("directory_person").nullable(),
  createdAt: col.instant(),
  openedAt: col.instant().nullable(),
  closedAt: col.instant().nullable(),
});

/** A unit that has one vote: a household, an owner, a member. It says that it voted and by what way, never what. */
export const pollUnit = table("meetings_poll_unit", {
  id: col.id(),
  pollId: col.ref("meetings_poll"),
  label: col.text(),
  position: col.int(),
  /** Floor area in hundredths of a square metre. */
  area: col.int().nullable(),
  personId: col.ref("directory_person").nullable(),
  delegateId: col.ref("directory_person").nullable(),
  /** What was shown for the delegation: "书面委托书，9月1日". */
  delegateProof: col.text().nullable(),
  votedBy: col.text().nullable(),
  votedOn: col.date().nullable(),
});

/** A named ballot. Of two for one unit the later waits until somebody settles which one holds; none is ever overwritten. */
export const pollBallot = table("meetings_poll_ballot", {
  id: col.id(),
  pollId: col.ref("meetings_poll"),
  unitId: col.ref("meetings_poll_unit"),
  choice: col.text(),
  invalidReason: col.text().nullable(),
  way: col.text(),
  state: col.text(),
  settledReason: col.text().nullable(),
  enteredById: col.ref("directory_person").nullable(),
  at: col.instant(),
});

/** Papers of a secret vote, counted by way and choice: there is no row for a paper, so none can be led back to who cast it. */
export const pollBox = table("meetings_poll_box", {
  id: col.id(),
  pollId: col.ref("meetings_poll"),
  way: col.text(),
  choice: col.text(),
  /** Why the papers are spoilt; empty for the others. */
  reason: col.text(),
  papers: col.int(),
});
