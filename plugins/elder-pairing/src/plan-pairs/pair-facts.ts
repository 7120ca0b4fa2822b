/** An elder as the matching takes them. */
export interface ElderFact {
  readonly id: string;
  readonly village: string;
  readonly town: string;
  readonly dialect: string | null;
  /** One of the two helpers must be a woman. */
  readonly needsWoman: boolean;
}
export interface CadreFact {
  readonly id: string;
  readonly town: string;
  readonly villages: readonly string[];
  readonly isWoman: boolean;
  /** Empty: nobody asked. */
  readonly dialects: readonly string[];
  /** Elders as primary helper at most. */
  readonly limit: number;
  readonly unit: string;
  /** Gets nobody new; who they have stays. */
  readonly isAway: boolean;
}
export interface TieFact {
  readonly cadreId: string;
  readonly elderId: string;
  readonly kind: string;
}
/** Metres east and north. */
export interface SpotFact {
  readonly village: string;
  readonly east: number;
  readonly north: number;
}
export interface HeldPair {
  readonly elderId: string;
  readonly cadreId: string;
  /** Chosen by hand: stays, whatever it costs. */
  readonly isPinned: boolean;
}
/** Everything a pairing is made of, as plain data. */
export interface PairFacts {
  readonly elders: readonly ElderFact[];
  readonly cadres: readonly CadreFact[];
  readonly ties: readonly TieFact[];
  readonly spots: readonly SpotFact[];
  readonly quotas: readonly { readonly unit: string; readonly most: number }[];
  readonly nearMetres: number;
  readonly held: { readonly primary: readonly HeldPair[]; readonly backup: readonly HeldPair[] };
}

export type Side = "primary" | "backup";
/** Nobody is backup of more elders than this. */
export const backupMost = 2;

/** Why these two: what speaks for and against it. */
export interface Because {
  readonly sameVillage: boolean;
  /** Between their villages; null where a position is not known. 0 in the same village. */
  readonly metres: number | null;
  readonly knows: boolean;
  /** null: not known of one of them. */
  readonly sameDialect: boolean | null;
  readonly isWoman: boolean;
  readonly isPinned: boolean;
}
export interface PlannedPair {
  readonly elderId: string;
  readonly cadreId: string;
  readonly cost: number;
  readonly because: Because;
}
/** Why some found nobody: these elders together need more than these cadres, the only ones they may have, can take. */
export interface PairShortage {
  readonly elderIds: readonly string[];
  readonly cadreIds: readonly string[];
  /** Who of them was left out. */
  readonly unserved: readonly string[];
  /** Units whose quota is full and binds. */
  readonly units: readonly string[];
  readonly need: number;
  readonly offer: number;
}
export interface SidePlan {
  readonly pairs: readonly PlannedPair[];
  readonly unserved: readonly string[];
  readonly shortages: readonly PairShortage[];
  /** The independent check has proved that no plan is cheaper. */
  readonly isCertified: boolean;
  readonly cost: number;
  /** Against the pairs held before: new ones, dropped ones, and what keeping the others costs against the optimum. */
  readonly moves: number;
  readonly dropped: number;
  readonly givenUp: number;
}
export type PlannedPairs = Readonly<Record<Side, SidePlan>>;
