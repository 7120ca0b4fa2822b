import { findPrevious, type ChosenPlan } from "./choose-plan.js";
import type { CompiledPlan } from "./compile-plan.js";
import { listPlacements } from "./list-placements.js";
import { CHANGE, type Reason } from "./plan-problem.js";

/**
 * Every weight that speaks for or against a placement: its wishes, where changes have a price that price (saved by what was there before), and where
 * fairness counts what the person's last service costs with this placement among them (`amount` is the person's total then). O(m).
 */
export function listReasons(compiled: CompiledPlan, { plan, kept, minimised }: ChosenPlan, edge: number): readonly Reason[] {
  const { because } = listPlacements(compiled, [edge])[0]!;
  const reasons = [...because];
  if (kept !== undefined && minimised !== undefined && minimised !== compiled.pairing) {
    const cost = (minimised.cost[edge]! - compiled.pairing.cost[edge]!) / compiled.scale;
    if (cost !== 0) reasons.push({ wish: CHANGE, text: "", unit: "", amount: findPrevious(compiled).includes(edge) ? -1 : 1, cost });
  }
  const fair = fairnessOf(compiled, plan.chosen, edge);
  return fair === undefined ? reasons : [...reasons, fair];
}

function fairnessOf({ pairing, source, scale }: CompiledPlan, chosen: Int32Array, edge: number): Reason | undefined {
  const { fairness } = source;
  if (fairness === undefined || pairing.step === undefined) return undefined;
  const person = pairing.column[edge]!;
  let first = 0;
  for (let j = 0; j < person; j++) first += pairing.columnMax[j]!;
  let planned = chosen.includes(edge) ? 0 : 1;
  for (const e of chosen) if (pairing.column[e] === person) planned++;
  planned = Math.min(planned, pairing.columnMax[person]!);
  const cost = (pairing.step[first + planned - 1] ?? 0) / scale;
  const amount = (source.people[person]!.served ?? 0) + planned;
  return { wish: "fairness", text: fairness.text, unit: fairness.unit ?? "", amount, cost };
}
