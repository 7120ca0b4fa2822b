import type { CompiledPlan } from "./compile-plan.js";
import { listPlacements } from "./list-placements.js";
import type { Reason } from "./plan-problem.js";

/**
 * Every weight that speaks for or against a placement: its wishes and, where fairness counts, what the person's last service costs with this placement
 * among them (`amount` is the person's total then). O(chosen).
 */
export function listReasons(compiled: CompiledPlan, chosen: Int32Array, edge: number): readonly Reason[] {
  const { because } = listPlacements(compiled, [edge])[0]!;
  const { pairing, source, scale } = compiled;
  const { fairness } = source;
  if (fairness === undefined || pairing.step === undefined) return because;
  const person = pairing.column[edge]!;
  let first = 0;
  for (let j = 0; j < person; j++) first += pairing.columnMax[j]!;
  let planned = chosen.includes(edge) ? 0 : 1;
  for (const e of chosen) if (pairing.column[e] === person) planned++;
  planned = Math.min(planned, pairing.columnMax[person]!);
  const cost = (pairing.step[first + planned - 1] ?? 0) / scale;
  const amount = (source.people[person]!.served ?? 0) + planned;
  return [...because, { wish: "fairness", text: fairness.text, unit: fairness.unit ?? "", amount, cost }];
}
