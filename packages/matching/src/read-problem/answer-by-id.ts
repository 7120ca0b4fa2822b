import type { NetworkAnswer, NetworkProblem } from "../solve-network/network-problem.js";
import type { PairingAnswer } from "../solve-pairing/pairing-problem.js";
import type { ReadAssignment } from "./read-dimacs-asn.js";

/** Nodes that cannot be served together: they need so many units, there are only so many on offer (from `others`), and so many are missing. */
export interface FileShortage {
  readonly solved: false;
  readonly nodes: readonly number[];
  readonly others: readonly number[];
  readonly need: number;
  readonly offer: number;
  readonly short: number;
}

/** An assignment by the ids of its file. Prices prove it: cost + price(to) − price(from) is never below nothing for an arc that was left, nor above for one taken. */
export interface FileAssignment {
  readonly solved: true;
  readonly objective: number;
  readonly pairs: readonly (readonly [from: number, to: number, cost: number])[];
  readonly prices: readonly (readonly [id: number, price: number])[];
}

/** A flow by the ids of its file: every arc in the file's order; potentials by id, from 1, as in NetworkPlan. */
export interface FileFlow {
  readonly solved: true;
  readonly objective: number;
  readonly flow: readonly (readonly [from: number, to: number, units: number])[];
  readonly potentials: readonly number[];
}

/** An assignment's answer in the ids of its file. O(m). */
export function nameAssignment({ pairing, rowIds, columnIds }: ReadAssignment, answer: PairingAnswer): FileAssignment | FileShortage {
  const ids = (list: Int32Array, names: readonly number[]) => Array.from(list, (k) => names[k]!);
  if (!answer.solved) {
    const [rows, columns] = [ids(answer.rows, rowIds), ids(answer.columns, columnIds)];
    const { need, offer } = answer;
    const [nodes, others] = answer.of === "rows" ? [rows, columns] : [columns, rows];
    return { solved: false, nodes, others, need, offer, short: need - offer };
  }
  const chosen = new Set(answer.chosen);
  const pairs: [number, number, number][] = [];
  for (let i = 0, e = 0; i < pairing.rows; i++)
    for (; e < pairing.start[i + 1]!; e++) if (chosen.has(e)) pairs.push([rowIds[i]!, columnIds[pairing.column[e]!]!, pairing.cost[e]!]);
  const { row, column } = answer.duals;
  const prices = [...rowIds.map((id, i) => [id, row[i]!] as const), ...columnIds.map((id, j) => [id, column[j]!] as const)].sort(([a], [b]) => a - b);
  return { solved: true, objective: answer.objective, pairs, prices };
}

/** A flow's answer in the ids of its file. O(m). */
export function nameFlow({ from, to }: NetworkProblem, answer: NetworkAnswer): FileFlow | FileShortage {
  if (!answer.solved) {
    const { need, offer } = answer;
    return { solved: false, nodes: Array.from(answer.nodes, (v) => v + 1), others: [], need, offer, short: need - offer };
  }
  const flow = Array.from(answer.flow, (units, a) => [from[a]! + 1, to[a]! + 1, units] as const);
  return { solved: true, objective: answer.objective, flow, potentials: [...answer.potential] };
}
