import type { MatterState } from "../matters.js";

/** What can be done with a matter, and from which stage to which; nothing else changes a matter's stage. */
export const moves = {
  beginScreening: { from: ["proposed"], to: "screening" },
  accept: { from: ["proposed", "screening"], to: "accepted" },
  merge: { from: ["proposed", "screening", "accepted", "deferred", "escalated"], to: "merged" },
  unmerge: { from: ["merged"], to: "screening" },
  refer: { from: ["proposed", "screening", "accepted", "referred"], to: "referred" },
  bounce: { from: ["referred"], to: "screening" },
  return: { from: ["proposed", "screening"], to: "returned" },
  split: { from: ["proposed", "screening", "accepted", "referred", "deferred"], to: "split" },
  unsplit: { from: ["split"], to: "screening" },
  /** A part ends when what it was split off from is one again. */
  joinBack: { from: ["screening", "accepted"], to: "withdrawn" },
  withdraw: { from: ["proposed", "screening", "accepted", "referred", "deferred"], to: "withdrawn" },
  schedule: { from: ["accepted", "deferred", "escalated"], to: "scheduled" },
  discuss: { from: ["scheduled"], to: "discussed" },
  decide: { from: ["discussed"], to: "decided" },
  /** The body whose word a decision waited for did not give it. */
  refuse: { from: ["decided"], to: "deferred" },
  defer: { from: ["scheduled", "discussed"], to: "deferred" },
  /** What was reported upwards comes back to be treated here. */
  recall: { from: ["escalated"], to: "accepted" },
  escalate: { from: ["accepted", "referred", "discussed", "deferred"], to: "escalated" },
  answer: { from: ["proposed", "screening", "accepted", "referred", "discussed", "decided", "deferred", "escalated"], to: "resolved" },
  /** The ledger's own: all work for it is over. */
  resolve: { from: ["screening", "accepted", "referred", "decided", "deferred", "escalated"], to: "resolved" },
  reopen: { from: ["resolved", "returned"], to: "screening" },
  resume: { from: ["resolved"], to: "decided" },
} as const satisfies Record<string, { readonly from: readonly MatterState[]; readonly to: MatterState }>;

export type MatterMove = keyof typeof moves;
export const matterMoves = Object.keys(moves) as readonly MatterMove[];

/** What nothing can be merged into: it is over, or somewhere else. One that is settled has to be taken up again first. */
const closedToMerges: ReadonlySet<string> = new Set(["merged", "returned", "split", "withdrawn", "resolved"]);
export const takesMerges = (state: string): boolean => !closedToMerges.has(state);

/** The stage after a move, or undefined when the stage does not allow it. O(1). */
export function findNextState(state: MatterState, move: MatterMove): MatterState | undefined {
  const { from, to } = moves[move] as { from: readonly MatterState[]; to: MatterState };
  return from.includes(state) ? to : undefined;
}
