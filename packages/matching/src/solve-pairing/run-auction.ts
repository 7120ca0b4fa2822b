import { Auction } from "./auction.js";
import { chooseCore } from "./choose-core.js";
import type { PairingProblem } from "./pairing-problem.js";
import type { Residual } from "./residual.js";

/** Costs are halved until they and the prices built from them are safe in 32 bits; the finish restores exactness. */
const LARGEST_RANGE = 2 ** 27;
const DENSE_DEGREE = 200;
const CORE_DEGREE = 96;
const BIDS_PER_PLACE = 100;

/** Runs the ε-scaling auction and leaves its holders and prices in a fresh residual network, whose balances are then to be restored. */
export function runAuction(net: Residual): void {
  const { rows, cost } = net.problem;
  if (cost.length === 0) return;
  const core = cost.length > rows * DENSE_DEGREE ? chooseCore(net.problem, CORE_DEGREE) : undefined;
  const { problem, shift, range } = flatten(core?.problem ?? net.problem);
  const auction = new Auction(problem, range);
  const bids = BIDS_PER_PLACE * (auction.places.price.length + rows);
  let epsilon = Math.max(1, Math.floor((range * rows) / (problem.cost.length + 1)));
  while (auction.runPhase(epsilon, bids) && epsilon > 1) epsilon = Math.max(1, Math.floor(epsilon / 5));
  adoptAuction(net, auction, core?.edgeOf, 2 ** shift);
}

/** Costs from 0 up, halved `shift` times so that their range fits. */
function flatten(problem: PairingProblem): { problem: PairingProblem; shift: number; range: number } {
  let least = Infinity;
  let most = -Infinity;
  for (const c of problem.cost) {
    if (c < least) least = c;
    if (c > most) most = c;
  }
  for (const c of problem.step ?? []) most = Math.max(most, least + Math.abs(c));
  let shift = 0;
  while ((most - least) / 2 ** shift > LARGEST_RANGE || Math.max(Math.abs(least), Math.abs(most)) / 2 ** shift > LARGEST_RANGE) shift++;
  const range = Math.max(1, Math.floor((most - least) / 2 ** shift));
  if (shift === 0) return { problem, shift, range };
  return { problem: { ...problem, cost: problem.cost.map((c) => c >> shift), step: problem.step?.map((c) => c >> shift) }, shift, range };
}

function adoptAuction(net: Residual, auction: Auction, edgeOf: Int32Array | undefined, scale: number): void {
  const { places, level } = auction;
  const { rows, columns } = net.problem;
  for (let j = 0; j < columns; j++) net.potential[rows + j] = (places.asked[j]! - level) * scale;
  places.forEachHolder((e, i) => net.hold(edgeOf === undefined ? e : edgeOf[e]!, i));
}
