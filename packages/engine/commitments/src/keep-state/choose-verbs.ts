import type { CommitmentState } from "../commitments.js";
import { findNextState, openStates, type CommitmentMove } from "./commitment-state.js";

/** What a reader is to a commitment, and may do at its place. */
export interface Standing {
  readonly isOwner: boolean;
  /** They hold a role in the owner's organisation. */
  readonly isOfOwner: boolean;
  readonly isVerifier: boolean;
  /** They check it with others, and have passed the report that waits. */
  readonly hasPassed: boolean;
  /** Several are named, and only they pass it. */
  readonly areSeveral: boolean;
  /** They entered the report that waits for a check, for themselves or for the owner. */
  readonly isReporter: boolean;
  readonly mayReport: boolean;
  readonly mayCheck: boolean;
  readonly mayClose: boolean;
  readonly mayAssign: boolean;
  readonly mayUrge: boolean;
}

/** The owner's acts: by the owner, or by somebody whose task it is to enter them for others. */
export const actsForOwner = ({ isOwner, mayReport }: Standing): boolean => isOwner || mayReport;
/** A check is never the owner's own, nor that of whoever entered the report. */
export const isChecker = ({ isOwner, isReporter, isVerifier, mayCheck }: Standing): boolean => !isOwner && !isReporter && (isVerifier || mayCheck);

/** Until when it is to be done is never the owner's own word. */
export const maySetDay = ({ isOwner, mayClose, mayCheck }: Standing): boolean => !isOwner && (mayClose || mayCheck);

/** Where several are named nobody passes it in their place, and each does once. */
const mayPass = (standing: Standing): boolean => isChecker(standing) && !standing.hasPassed && (standing.isVerifier || !standing.areSeveral);

/** Why a reader cannot pass what was reported; undefined when they can. */
export function tellCheckBar(standing: Standing): "owner" | "reporter" | "passed" | "named" | "noRight" | undefined {
  if (mayPass(standing)) return undefined;
  if (standing.isOwner) return "owner";
  if (standing.isReporter) return "reporter";
  if (standing.hasPassed) return "passed";
  return standing.areSeveral && standing.mayCheck ? "named" : "noRight";
}

const rights: Readonly<Record<CommitmentMove, (standing: Standing) => boolean>> = {
  confirm: actsForOwner,
  decline: actsForOwner,
  withdraw: actsForOwner,
  giveBack: () => false,
  progress: actsForOwner,
  submit: actsForOwner,
  verify: mayPass,
  reject: isChecker,
  close: ({ mayClose }) => mayClose,
  reopen: ({ mayClose, mayCheck }) => mayClose || mayCheck,
  transfer: ({ isOwner, mayAssign }) => isOwner || mayAssign,
  void: (standing) => actsForOwner(standing) || standing.mayAssign,
};

/** What this reader can do now: the moves that the state allows and their standing gives, and urging while it is open. O(moves). */
export function chooseVerbs(state: CommitmentState, standing: Standing): string[] {
  const allowed = (Object.keys(rights) as CommitmentMove[]).filter((move) => rights[move](standing) && findNextState(state, move) !== undefined);
  return standing.mayUrge && !standing.isOwner && openStates.includes(state) ? [...allowed, "urge"] : allowed;
}
