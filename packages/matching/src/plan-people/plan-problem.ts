/** Someone who serves. Counts are numbers of places; `served` is past service, for fairness. */
export interface PersonInPlan {
  readonly id: string;
  readonly text?: string;
  /** At least so many places; 0 if left out. */
  readonly least?: number;
  /** At most so many places; 1 if left out. */
  readonly most?: number;
  readonly served?: number;
}

/** Someone or something to be served: an elder, a shift, a role in a team. Counts are numbers of people; exactly one if left out. */
export interface PlaceInPlan {
  readonly id: string;
  readonly text?: string;
  readonly least?: number;
  readonly most?: number;
  /** Places with the same `when` fall together: nobody takes two of them. */
  readonly when?: string;
}

/** A wish: each unit of its amount at a placement costs `weight` (less than nothing for something welcome). */
export interface WishInPlan {
  readonly id: string;
  readonly text: string;
  readonly unit: string;
  readonly weight: number;
}

/** A placement the hard rules allow, with the amounts of the wishes that speak for or against it. */
export interface PairInPlan {
  readonly person: string;
  readonly place: string;
  readonly amounts?: Readonly<Record<string, number>>;
}

/** A placement there was before. */
export interface PreviousInPlan {
  readonly person: string;
  readonly place: string;
}

/** A placement a hard rule forbids, kept so that "why not" can name the rule. */
export interface ForbiddenInPlan {
  readonly person: string;
  readonly place: string;
  readonly rule: string;
}

/**
 * How much of the previous plan to keep: cost first; fewest changes within a slack (in weight units); or a price per change (default: more than any single
 * difference, so that a plan that is still possible stays whole). A change is a placement that comes or one that goes; one in place of another is two.
 */
export type KeepMode = { readonly mode: "optimal" } | { readonly mode: "slack"; readonly slack: number } | { readonly mode: "priced"; readonly price?: number };

/** A whole planning problem as plain data, the same in a program, a worker message and a JSON file. */
export interface PlanProblem {
  readonly format: "lianxin-match/1";
  readonly people: readonly PersonInPlan[];
  readonly places: readonly PlaceInPlan[];
  readonly wishes?: readonly WishInPlan[];
  readonly pairs: readonly PairInPlan[];
  readonly forbidden?: readonly ForbiddenInPlan[];
  /** Worst-off first: whoever has served most is asked last. A person's n-th service in all costs weight · (2n − 1). */
  readonly fairness?: { readonly text: string; readonly unit?: string; readonly weight: number };
  /** The plan before. People, places and pairs that are no longer there count for nothing; the answer says how many (`kept.gone`). */
  readonly previous?: readonly PreviousInPlan[];
  readonly keep?: KeepMode;
  /** Integer steps per weight unit: costs are rounded to 1/scale. 1000 if left out. */
  readonly scale?: number;
}

/** The `wish` of the reason that is a price on changes; its text and unit are empty, its amount 1 for a new placement and −1 for one that was there. */
export const CHANGE = "change";

/** One wish's part in a placement; also fairness's, and that of a price on changes. */
export interface Reason {
  readonly wish: string;
  readonly text: string;
  readonly unit: string;
  readonly amount: number;
  readonly cost: number;
}

/** Who serves where, what it costs and why. */
export interface Placement {
  readonly person: string;
  readonly place: string;
  readonly cost: number;
  readonly because: readonly Reason[];
}

/** The spread of total service (past and new) over people who may serve. */
export interface LoadSpread {
  readonly least: number;
  readonly most: number;
  /** How many people come to each total, as [total, people], rising. */
  readonly counts: readonly (readonly [total: number, people: number])[];
}

/** Spread of total service before the plan, with the plan that would be made if fairness were left out (and nothing else), and with this plan. */
export interface FairnessSpread {
  readonly before: LoadSpread;
  readonly without: LoadSpread;
  readonly with: LoadSpread;
}

/**
 * What a plan kept of the one before. `moves` placements are new, `dropped` ones were there, are still possible, and are not in the plan; `gone` are no longer
 * possible. No plan the mode allows has fewer changes (moves and dropped together) than `atLeast`: none as cheap (optimal), within the slack (slack), or
 * at this plan's cost or less (priced). `movesProven`: the independent check has shown that this plan has no more than that. Costs in weight units:
 * `givenUp` is what keeping costs against the best plan.
 */
export interface KeptSummary {
  readonly moves: number;
  readonly dropped: number;
  readonly atLeast: number;
  readonly movesProven: boolean;
  readonly gone: number;
  readonly cost: number;
  readonly optimum: number;
  readonly givenUp: number;
}

/** A plan in the words of the problem. `objective` is in weight units and exact to 1/scale; `certified` is the independent check's word. */
export interface PlannedPeople {
  readonly solved: true;
  readonly objective: number;
  readonly scale: number;
  readonly certified: boolean;
  readonly placements: readonly Placement[];
  readonly fairness?: FairnessSpread;
  readonly kept?: KeptSummary;
}

/** Why no plan exists, in the words of the problem; `short` places are missing. */
export interface PlanShortage {
  readonly solved: false;
  readonly of: "places" | "people";
  readonly places: readonly string[];
  readonly people: readonly string[];
  readonly need: number;
  readonly offer: number;
  readonly short: number;
}

/** What planPeople answers. */
export type PlanAnswer = PlannedPeople | PlanShortage;
