/** A wording and the days on which it may be signed; no last day: still in use. */
export interface Wording {
  readonly version: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

/** The newest wording of a day, which is the one to sign. O(n log n). */
export const newestOn = <T extends Wording>(day: string, texts: readonly T[]): T | undefined =>
  texts.filter(({ fromOn, untilOn }) => fromOn <= day && (untilOn === null || day <= untilOn)).sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1))[0];
