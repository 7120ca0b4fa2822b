import { Auction } from "./auction.js";
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
 * are then to be restored. O(m) and the bids.
 */
export function runAuction(net: Residual): void {
  const { rows, cost } = net.problem;
  if (cost.length === 0) return;
  const { problem, scale } = shrinkCosts(net.problem);
  if (cost.length <= rows * DENSE_DEGREE) {
    adoptAuction(net, bidDown(problem, firstEpsilon(problem)), undefined, scale);
    return;
  }
  const first = chooseCore(problem, CORE_DEGREE, new Int32Array(problem.columns));
  const epsilon = firstEpsilon(first.problem);
  const fine = Math.max(1, Math.floor(epsilon / ROUGH_PART));
  const rough = bidDown(first.problem, epsilon, fine);
  const second = chooseCore(problem, CORE_DEGREE, rough.places.asked);
  adoptAuction(net, bidDown(second.problem, fine, 1, rough.places.asked), second, scale);
}

/** All phases from one ε down to another. */
function bidDown(problem: PairingProblem, from: number, to = 1, asked?: Int32Array): Auction {
  const auction = new Auction(problem, rangeOf(problem), asked);
  const bids = BIDS_PER_PLACE * (auction.places.price.length + problem.rows);
  for (let epsilon = from; auction.runPhase(epsilon, bids) && epsilon > to; ) epsilon = refine(epsilon);
  return auction;
}

function refine(epsilon: number): number {
  return Math.max(1, Math.floor(epsilon / REFINEMENT));
}

function firstEpsilon(problem: PairingProblem): number {
  return Math.max(1, Math.floor(rangeOf(problem) / FIRST_PART));
}

function rangeOf({ cost }: PairingProblem): number {
  let least = Infinity;
  let most = -Infinity;
  for (const c of cost) {
    if (c < least) least = c;
    if (c > most) most = c;
  }
  return Math.max(1, most - least);
}

function shrinkCosts(problem: PairingProblem): { problem: PairingProblem; scale: number } {
  let largest = 1;
  for (const c of problem.cost) largest = Math.max(largest, Math.abs(c));
  for (const s of problem.step ?? []) largest = Math.max(largest, Math.abs(s));
  let shift = 0;
  while (largest / 2 ** shift > LARGEST_RANGE / 2) shift++;
  if (shift === 0) return { problem, scale: 1 };
  return { problem: { ...problem, cost: problem.cost.map((c) => c >> shift), step: problem.step?.map((s) => s >> shift) }, scale: 2 ** shift };
}

function adoptAuction(net: Residual, { places, level }: Auction, core: Core | undefined, scale: number): void {
  const { rows, columns } = net.problem;
  for (let j = 0; j < columns; j++) net.potential[rows + j] = (places.asked[j]! - level) * scale;
  places.forEachHolder((e, i) => net.hold(core === undefined ? e : core.edgeOf[e]!, i));
}
