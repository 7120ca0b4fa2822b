import type { PairingPlan, PairingProblem } from "../solve-pairing/pairing-problem.js";
import { Residual } from "../solve-pairing/residual.js";
import { restoreSlackness } from "../solve-pairing/restore-slackness.js";
import { settle } from "../solve-pairing/settle.js";
import { trimPlaces } from "../solve-pairing/trim-places.js";

/** The residual network of a plan that comes with its duals, without solving again. O(m). */
export function residualOf(problem: PairingProblem, { chosen, duals }: PairingPlan): Residual {
  const net = new Residual(trimPlaces(problem));
  for (let j = 0; j < problem.columns; j++) net.potential[problem.rows + j] = duals.column[j]!;
  let i = 0;
  for (const e of chosen) {
    while (e >= problem.start[i + 1]!) i++;
    net.hold(e, i);
  }
  restoreSlackness(net);
  settle(net);
  return net;
}
