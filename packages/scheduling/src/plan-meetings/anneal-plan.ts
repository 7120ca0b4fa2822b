import { drawBelow, nextWord } from "../random.js";
import { tryInsert, tryRelocate, tryRoom, trySwap, type Drops } from "./anneal-moves.js";
import { buildTemperatures, drawThreshold, STEPS } from "./cooling.js";
import { noteBest, type PlanState } from "./plan-state.js";
import { swapDays } from "./swap-days.js";

/** Temperatures of one cycle, hot to cold: mean worsening accepted, in weighted units of each level. */
export interface Heat {
  readonly medium: Float64Array;
  readonly soft: Float64Array;
}

export interface Annealing {
  readonly state: PlanState;
  readonly movable: readonly number[];
  heat: Heat;
  /** Whether whole days may change places; not when every moved meeting has to be asked for. */
  readonly swapsDays: boolean;
  readonly drops: Drops;
}

export function makeHeat(medium: readonly [number, number], soft: readonly [number, number]): Heat {
  return { medium: buildTemperatures(...medium), soft: buildTemperatures(...soft) };
}

export function beginAnnealing(state: PlanState, heat: Heat): Annealing {
  const movable = Array.from({ length: state.model.n }, (_, m) => m).filter((m) => state.isFixed[m] === 0 && state.model.starts[m]!.length > 0);
  return { state, movable, heat, swapsDays: true, drops: { medium: 0, soft: 0 } };
}

/** One random move: relocate, swap, change a room, or exchange two days. True when the state has changed. */
function tryMove(annealing: Annealing): boolean {
  const { state, movable, drops } = annealing;
  const word = nextWord(state.random);
  const m = movable[drawBelow(state.random, movable.length)]!;
  if (state.start[m]! < 0) return tryInsert(state, m);
  const kind = word >>> 28;
  if (kind < 3) {
    const other = movable[drawBelow(state.random, movable.length)]!;
    return state.start[other]! >= 0 && trySwap(state, m, other, drops);
  }
  if (kind === 3) return tryRoom(state, m, drops);
  if (kind === 4 && (word & 15) === 0 && annealing.swapsDays) return swapDays(state, drops.medium, drops.soft);
  return tryRelocate(state, m, drops);
}

/**
 * Anneals `count` moves at a point of the cycle (0 = hot … 1 = cold), noting the best plan passed.
 * Kirkpatrick, Gelatt, Vecchi 1983; thresholds drawn before the move is priced let pricing stop early.
 */
export function annealMoves(annealing: Annealing, count: number, point: number): void {
  const { state, drops, movable, heat } = annealing;
  if (movable.length === 0) return;
  const step = Math.min(STEPS, Math.floor(point * STEPS));
  for (let i = 0; i < count; i++) {
    drops.medium = drawThreshold(state.random, heat.medium[step]!);
    drops.soft = drawThreshold(state.random, heat.soft[step]!);
    if (tryMove(annealing)) noteBest(state);
  }
}
