import type { CommitmentState } from "../commitments.js";
import { openStates } from "../keep-state/commitment-state.js";
import { actsForOwner, chooseVerbs, maySetDay, type Standing } from "../keep-state/choose-verbs.js";

export interface PartStanding {
  /** Null when nobody leads it. */
  readonly state: CommitmentState | null;
  readonly origin: string | null;
  readonly isBlocked: boolean;
  readonly isDeferred: boolean;
  readonly isEnded: boolean;
  readonly mayClaim: boolean;
  readonly mayAssign: boolean;
  readonly standing: Standing | undefined;
}
type Choice = readonly [verb: string, isOffered: boolean];

function onPromise({ state, origin, isBlocked, mayClaim, standing }: PartStanding): readonly Choice[] {
  if (state === null || standing === undefined) return [];
  const isOpen = openStates.includes(state);
  const acts = actsForOwner(standing);
  const canRate = (state === "verified" || state === "closed") && !standing.isOwner;
  return [
    ...chooseVerbs(state, standing)
      .filter((verb) => verb !== "withdraw" || origin === "claimed")
      .map((verb) => [verb, true] as const),
    ["setDay", state === "reopened" && maySetDay(standing)],
    ["askMore", isOpen && acts],
    ["askReturn", isOpen && state !== "offered" && origin === "assigned" && acts],
    ["block", isOpen && !isBlocked && (acts || standing.mayAssign)],
    ["lift", isBlocked && (acts || standing.mayAssign)],
    ["counterClaim", isOpen && mayClaim && !standing.isOwner],
    ["verifiers", standing.mayAssign && (isOpen || state === "submitted")],
    ["slip", isOpen && (standing.mayAssign || standing.mayReport)],
    ["rate", canRate && (!standing.isOfOwner || standing.mayReport)],
    ["ratingCodes", canRate && !standing.isOfOwner && standing.mayCheck],
    ["recur", state === "closed" && (standing.mayReport || standing.mayCheck || standing.mayClose)],
  ];
}

function onPart({ state, isDeferred, isEnded, mayClaim, mayAssign }: PartStanding): readonly Choice[] {
  const [isFree, isOver] = [state === null, isEnded || state === "closed"];
  const canEnd = mayAssign && !isOver && state !== "submitted" && state !== "verified";
  return [
    ["claim", isFree && !isEnded && mayClaim],
    ["assign", isFree && !isEnded && mayAssign],
    ["seek", isFree && !isEnded && mayAssign],
    ["defer", mayAssign && !isOver && !isDeferred],
    ["resume", mayAssign && isDeferred],
    ["needs", canEnd],
    ["merge", canEnd],
    ["drop", canEnd],
    ["askVoid", isFree && canEnd],
    ["restore", mayAssign && isEnded],
  ];
}

/** Everything this reader can do with a part and the promise that holds it. O(verbs). */
export const choosePartVerbs = (part: PartStanding): string[] =>
  [...onPromise(part), ...onPart(part)].filter(([, isOffered]) => isOffered).map(([verb]) => verb);
