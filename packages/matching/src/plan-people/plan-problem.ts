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

/** How much of the previous plan to keep: cost first; fewest moves within a slack (in weight units); or a price per move (default: more than any single difference). */
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

/** One wish's part in a placement. */
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

/**
 * What a plan kept of the one before. `moves` placements are new; no plan the mode allows has fewer than `atLeast` (0 where the mode prices moves); `gone` of
 * the placements before are no longer possible. Costs in weight units: `givenUp` is what keeping costs against the best plan.
 */
export interface KeptSummary {
  readonly moves: number;
  readonly atLeast: number;
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
  readonly fairness?: { readonly without: LoadSpread; readonly with: LoadSpread };
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
