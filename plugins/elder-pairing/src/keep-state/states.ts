/** One machine: each move, from which state to which. What is not in it is not possible. */
type Machine<S extends string> = Readonly<Record<string, Readonly<Partial<Record<S, S>>>>>;

export type PairState = "asked" | "cadre_agreed" | "elder_agreed" | "in_force" | "ended";
/**
 * A primary pair: asked of both sides, in force with the second yes, ended for good; a yes written down by mistake is taken back that day. A backup and a cover
 * begin in force. That somebody left by mistake is undone as if it had not been said, which is no move.
 */
export const pairMoves = {
  cadreAgrees: { asked: "cadre_agreed", cadre_agreed: "cadre_agreed", elder_agreed: "in_force", in_force: "in_force" },
  elderAgrees: { asked: "elder_agreed", elder_agreed: "elder_agreed", cadre_agreed: "in_force", in_force: "in_force" },
  cadreTakesBack: { cadre_agreed: "asked", in_force: "elder_agreed" },
  elderTakesBack: { elder_agreed: "asked", in_force: "cadre_agreed" },
  end: { asked: "ended", cadre_agreed: "ended", elder_agreed: "ended", in_force: "ended" },
} as const satisfies Machine<PairState>;

interface PairFacts {
  readonly untilOn: string | null;
  readonly effectiveOn: string | null;
  readonly cadreAgreedAt: string | null;
  readonly elderAgreedAt: string | null;
}
export function pairStateOf({ untilOn, effectiveOn, cadreAgreedAt, elderAgreedAt }: PairFacts): PairState {
  if (untilOn !== null) return "ended";
  if (effectiveOn !== null) return "in_force";
  if (cadreAgreedAt !== null) return "cadre_agreed";
  return elderAgreedAt === null ? "asked" : "elder_agreed";
}

export type VisitState = "due" | "done" | "missed";
/**
 * What is due: done by a visit or call, also a late one; missed when its week or month is over. Put off, it is due all the same; so it is where
 * the visit was written down by mistake and taken back that day. */
export const visitMoves = {
  visit: { due: "done", missed: "done" },
  putOff: { due: "due", missed: "missed" },
  lapse: { due: "missed" },
  visitTakenBack: { done: "due" },
} as const satisfies Machine<VisitState>;

export type NeedState = "open" | "in_matter" | "settled" | "reopened";
/** A need: settled on the spot, by hand or by its matter; reopened by a poor rating, or because it was never settled. */
export const needMoves = {
  settle: { open: "settled", reopened: "settled" },
  matterSettles: { in_matter: "settled", reopened: "settled" },
  rateWell: { settled: "settled" },
  ratePoorly: { settled: "reopened" },
  unsettle: { settled: "open" },
  unsettleOfMatter: { settled: "in_matter" },
} as const satisfies Machine<NeedState>;

interface NeedFacts {
  readonly closedOn: string | null;
  readonly matterId: string | null;
  readonly rating: string | null;
}
export function needStateOf({ closedOn, matterId, rating }: NeedFacts): NeedState {
  if (closedOn !== null) return "settled";
  if (rating === "poor") return "reopened";
  return matterId === null ? "open" : "in_matter";
}

/** Where a move leads; undefined where it is not possible. */
export const findNext = <S extends string>(move: Readonly<Partial<Record<S, S>>>, state: S): S | undefined => move[state];
/** The states a move can be made from. */
export const statesBefore = <M extends object>(move: M): (keyof M & string)[] => Object.keys(move) as (keyof M & string)[];
