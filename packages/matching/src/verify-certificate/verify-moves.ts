import type { PairingDuals, PairingProblem } from "../solve-pairing/pairing-problem.js";
import { boundBelow } from "./bound-below.js";
import { addSteps, ExactSum } from "./exact-sum.js";

/**
 * Why no plan within a budget has fewer changes, as a tree: `split` on whether a pair is left out or taken, until in each leaf duals prove it. `ranked`:
 * duals of the cost, and of the changes between equal costs. `priced`: duals of factor · cost + price · changes. `impossible`: duals under which even free
 * pairs and places cost more than nothing, so that there is no plan (Farkas). `single`: nothing is left to decide.
 */
export type MoveProof =
  | { readonly kind: "ranked"; readonly first: PairingDuals; readonly second: PairingDuals }
  | { readonly kind: "priced"; readonly factor: number; readonly price: number; readonly duals: PairingDuals }
  | { readonly kind: "impossible"; readonly duals: PairingDuals }
  | { readonly kind: "single" }
  | { readonly kind: "split"; readonly edge: number; readonly without: MoveProof; readonly having: MoveProof };

/**
 * How many changes, new pairs and dropped ones together, every plan has at least that costs at most `most`: what the proof truly proves, whatever was
 * claimed. Shares no code with the solver. O((m + places) · leaves).
 */
export function verifyMoves(problem: PairingProblem, before: Uint8Array, most: number, proof: MoveProof): number {
  return bound(problem, before, most, proof, new Uint8Array(before.length));
}

function bound(problem: PairingProblem, before: Uint8Array, most: number, proof: MoveProof, box: Uint8Array): number {
  if (proof.kind === "split") {
    const { edge, without, having } = proof;
    if (box[edge] !== 0) return 0;
    return Math.min(
      bound(problem, before, most, without, decidePair(problem, box, edge, 2)),
      bound(problem, before, most, having, decidePair(problem, box, edge, 1)),
    );
  }
  const cost = Float64Array.from(before, (mark) => (mark === 1 ? -1 : 1));
  const all = before.reduce((sum, mark) => sum + mark, 0);
  if (proof.kind === "ranked") {
    const [first, second] = boundBelow(problem, proof.first, { cost, duals: proof.second }, box);
    return first > most ? Infinity : first === most ? atLeast(second + all) : 0;
  }
  if (proof.kind === "impossible") return boundBelow(priced(problem, cost, 0, 0), proof.duals, undefined, box)[0] > 0 ? Infinity : 0;
  if (proof.kind === "single") return countSingle(problem, cost, most, box, all);
  const { factor, price, duals } = proof;
  if (!(price > 0 && factor >= 0)) return 0;
  const [least] = boundBelow(priced(problem, cost, factor, price), duals, undefined, box);
  return atLeast(Math.ceil((least - factor * most) / price) + all);
}

/** What cannot be summed exactly proves nothing. */
const atLeast = (changes: number): number => (changes > 0 ? changes : 0);

function priced(problem: PairingProblem, change: Float64Array, factor: number, price: number): PairingProblem {
  const cost = change.map((c, e) => factor * problem.cost[e]! + price * c) as unknown as Int32Array;
  return { ...problem, cost, step: problem.step && (Float64Array.from(problem.step, (s) => factor * s) as unknown as Int32Array) };
}

/** Takes a pair, which leaves out the others its column could have at that time, or leaves it out. */
export function decidePair({ rows, start, column, together }: PairingProblem, box: Uint8Array, edge: number, state: 1 | 2): Uint8Array {
  const then = box.slice();
  const row = start.findIndex((first) => first > edge) - 1;
  const time = together?.[row] ?? -1;
  for (let i = 0; state === 1 && time >= 0 && i < rows; i++) {
    if (together?.[i] === time) for (let e = start[i]!; e < start[i + 1]!; e++) if (column[e] === column[edge] && then[e] === 0) then[e] = 2;
  }
  then[edge] = state;
  return then;
}

function countSingle(problem: PairingProblem, change: Float64Array, most: number, box: Uint8Array, all: number): number {
  if (box.includes(0)) return 0;
  const sum = new ExactSum();
  const tally = new Map<number, number>();
  let changes = all;
  box.forEach((state, e) => {
    if (state !== 1) return;
    const j = problem.column[e]!;
    changes += change[e]!;
    tally.set(j, (tally.get(j) ?? 0) + 1);
    sum.add(problem.cost[e]!);
  });
  addSteps(problem, tally, sum);
  return sum.value > most ? Infinity : changes;
}
