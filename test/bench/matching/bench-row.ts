/** One line of the results: what was measured, the figure, its unit, the goal, and whether it holds; null where it could not be measured. */
export interface BenchRow {
  readonly id: string;
  /** What was measured, with the absolute figures it comes from. */
  readonly what: string;
  /** A share or an absolute figure in `unit`; words where there is none. */
  readonly figure: number | string;
  readonly unit: string;
  readonly goal: string;
  readonly holds: boolean | null;
}

/** Three significant digits. */
export function roundFigure(value: number): number {
  return Number(value.toPrecision(3));
}
