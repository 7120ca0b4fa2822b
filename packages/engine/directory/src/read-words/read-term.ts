/** A term in days, both included; open when `toOn` is null. */
export interface Term {
  readonly fromOn: string;
  readonly toOn: string | null;
}

export const isCurrent = ({ fromOn, toOn }: Term, day: string): boolean => fromOn <= day && (toOn === null || day <= toOn);

/** Do two terms share a day? */
export const overlaps = (a: Term, b: Term): boolean => (b.toOn === null || a.fromOn <= b.toOn) && (a.toOn === null || b.fromOn <= a.toOn);
