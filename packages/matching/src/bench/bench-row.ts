/** One line of the results: what was measured, the figure, its unit, the goal, and whether it holds; undefined where it could not be measured. */
export interface BenchRow {
  readonly id: string;
  readonly what: string;
  readonly figure: number | undefined;
  readonly unit: string;
  readonly goal: string;
  readonly holds: boolean | undefined;
  /** Absolute figures and remarks. */
  readonly note: string;
}

/** Three significant digits. */
export function roundFigure(value: number): number {
  return Number(value.toPrecision(3));
}
