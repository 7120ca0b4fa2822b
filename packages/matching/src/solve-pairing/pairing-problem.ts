/** Largest absolute cost a pair may have: costs are 32-bit integers and two of them are added in the auction. */
export const LARGEST_COST = 2 ** 31 - 1;

/**
 * A bipartite b-matching with intervals on both sides.
 *
 * Row i takes between rowMin[i] and rowMax[i] different columns; column j takes between columnMin[j] and columnMax[j] rows. Pairs of row i are
 * the edges start[i] ≤ e < start[i + 1] with their column[e] and integer cost[e]; a pair that is not listed is forbidden. Each pair is used at
 * most once. Minimised is the sum of the costs of chosen pairs plus, where `step` is given, the step costs of used places of each column.
 */
export interface PairingProblem {
  readonly rows: number;
  readonly columns: number;
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly cost: Int32Array;
  readonly rowMin: Int32Array;
  readonly rowMax: Int32Array;
  readonly columnMin: Int32Array;
  readonly columnMax: Int32Array;
  /** Cost of the k-th place of each column, columns one after another (columnMax[j] entries each), never falling within a column. */
  readonly step?: Int32Array | undefined;
  /** Rows with the same number (from 0 to rows − 1) fall together: no column takes two of them. −1 stands for a row by itself; missing means all are. */
  readonly together?: Int32Array | undefined;
}

/** Dual values: what one more place at a row costs, and what a place at a column is worth. Integers within ±2⁵³. */
export interface PairingDuals {
  readonly row: Float64Array;
  readonly column: Float64Array;
  /** Where rows fall together: what a place at a column is worth at that time, in the order in which pairs first meet (column, time). */
  readonly gate?: Float64Array | undefined;
}

/** An optimal choice with the duals that prove it. `chosen` lists edge numbers, rising. */
export interface PairingPlan {
  readonly solved: true;
  readonly objective: number;
  readonly chosen: Int32Array;
  readonly duals: PairingDuals;
}

/**
 * Why no choice exists: the listed rows need `need` places, the listed columns and single pairs can give only `offer`; or, turned round
 * (`of: "columns"`), the listed columns must be filled `need` times and the rows can do it only `offer` times.
 */
export interface Shortage {
  readonly solved: false;
  readonly of: "rows" | "columns";
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly need: number;
  readonly offer: number;
}

/** What a solver answers. */
export type PairingAnswer = PairingPlan | Shortage;
