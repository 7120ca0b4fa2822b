import { runSimplex } from "../solve-network/run-simplex.js";
import type { PairingPlan, PairingProblem } from "../solve-pairing/pairing-problem.js";
import { drawRoster } from "../solve-roster/roster-network.js";
import { chooseInTurn, chosenPairs } from "../solve-roster/solve-roster.js";
import { trimPlaces } from "../solve-pairing/trim-places.js";
import type { Move, Price } from "./price-alternative.js";

/**
 * The true price of forbidding a roster's pair (if it is in the plan) or forcing it, by solving once more; undefined where no plan is left. The moves are
 * the differences to the best other plan that differs least. Two network simplexes.
 */
export function priceBySolving(problem: PairingProblem, { chosen, objective }: PairingPlan, edge: number): Price | undefined {
  const roster = drawRoster(trimPlaces(problem));
  const { network, pairArc } = roster;
  const plan = new Set(chosen);
  if (plan.has(edge)) network.upper[pairArc[edge]!] = 0;
  else network.lower[pairArc[edge]!] = 1;
  const other = runSimplex(network);
  if (!other.solved) return undefined;
  const [nearest] = chooseInTurn(roster, other.potential, [(e) => (plan.has(e) ? -1 : 1)]);
  const then = new Set(chosenPairs(roster, nearest!.flow));
  const moves: Move[] = [];
  for (let row = 0, e = 0; row < problem.rows; row++) {
    for (; e < problem.start[row + 1]!; e++) if (plan.has(e) !== then.has(e)) moves.push({ row, column: problem.column[e]!, joins: then.has(e) });
  }
  return { cost: other.objective - objective, moves };
}
