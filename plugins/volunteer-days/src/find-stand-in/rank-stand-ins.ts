/** Somebody who said yes to the rota, as a stand-in is chosen. */
export interface Candidate {
  readonly id: string;
  /** The rules of signing up let them have this place. */
  readonly isFree: boolean;
  readonly isReserve: boolean;
  readonly knowsSite: boolean;
  /** When they were last asked to stand in for anybody; null: never. */
  readonly lastAskedAt: string | null;
}

const order = (a: Candidate, b: Candidate): number =>
  (a.lastAskedAt ?? "").localeCompare(b.lastAskedAt ?? "") ||
  Number(b.isReserve) - Number(a.isReserve) ||
  Number(b.knowsSite) - Number(a.knowsSite) ||
  a.id.localeCompare(b.id);

/**
 * Whom to ask, first to last: only who could have the place; the one asked longest ago first, so that nobody is asked again and again, then the reserve
 * list, then who knows the place. O(n log n).
 */
export const rankStandIns = (candidates: readonly Candidate[]): Candidate[] => candidates.filter(({ isFree }) => isFree).sort(order);
