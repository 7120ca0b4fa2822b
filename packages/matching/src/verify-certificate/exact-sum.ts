/** A sum of whole numbers that admits it when it may have left the range of exact arithmetic: its value is then NaN, which equals nothing. */
export class ExactSum {
  private total = 0;
  private size = 0;

  /** Adds one term. */
  add(term: number): void {
    this.total += term;
    this.size += Math.abs(term);
  }

  get value(): number {
    return this.size <= Number.MAX_SAFE_INTEGER ? this.total : NaN;
  }
}
