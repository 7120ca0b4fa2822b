import { Auction } from "./auction.js";
import { boundsOf, largestOf } from "./bounds-of.js";
import { chooseCore, type Core } from "./choose-core.js";
import type { PairingProblem } from "./pairing-problem.js";
import type { Residual } from "./residual.js";

/** Costs are halved until they and the prices built from them are safe in 32 bits; the finish restores exactness. */
const LARGEST_RANGE = 2 ** 27;
const DENSE_DEGREE = 200;
const CORE_DEGREE = 80;
const BIDS_PER_PLACE = 100;
/** The first ε is this part of the range of costs, each later one a quarter of the one before: fewest bids on dense and sparse trials alike. */
const FIRST_PART = 10;
const REFINEMENT = 4;
/** On a dense problem the core is chosen anew, at the prices found so far, once ε is this part of the first. */
const ROUGH_PART = 16;

/**
 * Runs the ε-scaling auction, on a core where the problem is dense, and leaves its holders and prices in a fresh residual network, whose balances
 * are then to be restored. False if it gave up, as it must where no plan exists. O(m) and the bids.
 */
export function runAuction(net: Residual): boolean {
  const { rows, cost } = net.problem;
  if (cost.length === 0) return false;
  const { problem, scale } = shrinkCosts(net.problem);
  if (cost.length <= rows * DENSE_DEGREE) {
    const range = rangeOf(problem);
    const only = bidDown(problem, range, firstEpsilon(range));
    adoptAuction(net, only, undefined, scale);
    return only.isDone;
  }
  const first = chooseCore(problem, CORE_DEGREE);
  const range = rangeOf(first.problem);
  const epsilon = firstEpsilon(range);
  const fine = Math.max(1, Math.floor(epsilon / ROUGH_PART));
  const rough = bidDown(first.problem, range, epsilon, fine);
  const second = chooseCore(problem, CORE_DEGREE, rough.places.asked);
  const last = bidDown(second.problem, range, fine, 1, rough.places.asked);
  adoptAuction(net, last, second, scale);
  return last.isDone;
}

/** All phases from one ε down to another. */
function bidDown(problem: PairingProblem, range: number, from: number, to = 1, asked?: Int32Array): Auction {
  const auction = new Auction(problem, range, asked);
  const bids = BIDS_PER_PLACE * (auction.places.price.length + problem.rows);
  for (let epsilon = from; auction.runPhase(epsilon, bids) && epsilon > to;) epsilon = refine(epsilon);
  return auction;
}

function refine(epsilon: number): number {
  return Math.max(1, Math.floor(epsilon / REFINEMENT));
}

function firstEpsilon(range: number): number {
  return Math.max(1, Math.floor(range / FIRST_PART));
}

function rangeOf({ cost }: PairingProblem): number {
  const { least, most } = boundsOf(cost);
  return Math.max(1, most - least);
}

/** Whether no number is near half of the largest range; one pass without a branch, as all pairs are looked at. */
function areSmall(list: ArrayLike<number>): boolean {
  let bits = 0;
  for (let k = 0; k < list.length; k++) bits |= list[k]! ^ (list[k]! >> 31);
  return bits < LARGEST_RANGE / 2;
}

function shrinkCosts(problem: PairingProblem): { problem: PairingProblem; scale: number } {
  const { cost, step } = problem;
  if (areSmall(cost) && areSmall(step ?? [])) return { problem, scale: 1 };
  const largest = largestOf(cost, step);
  let shift = 0;
  while (largest / 2 ** shift > LARGEST_RANGE / 2) shift++;
  return { problem: { ...problem, cost: cost.map((c) => c >> shift), step: step?.map((s) => s >> shift) }, scale: 2 ** shift };
}

function adoptAuction(net: Residual, { places, level }: Auction, core: Core | undefined, scale: number): void {
  const { rows, columns } = net.problem;
  for (let j = 0; j < columns; j++) net.potential[rows + j] = (places.asked[j]! - level) * scale;
  const { holder, holderRow } = places;
  for (let place = 0; place < holder.length; place++) {
    const e = holder[place]!;
    if (e >= 0) net.hold(core === undefined ? e : core.edgeOf[e]!, holderRow[place]!);
  }
}
