import { hasBit } from "../compile-calendars/bitset.js";
import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { readStarts } from "../compile-calendars/rows.js";
import type { PlanModel } from "../plan-meetings/plan-model.js";
import { startIndex } from "../plan-meetings/price-slot.js";

/** Copies a person's possible starts for some lengths, before their calendar changes. */
export function keepStarts(compiled: CompiledProblem, row: number, lengths: Iterable<number>): Map<number, Int32Array> {
  const { rows } = compiled.people;
  const kept = new Map<number, Int32Array>();
  if (row >= 0) for (const length of lengths) kept.set(length, readStarts(rows, length, row));
  return kept;
}

/** What a person has lost: the bits, and the words between the first and the last of them. */
interface Loss {
  readonly bits: Int32Array;
  readonly first: number;
  readonly last: number;
}

/** Starts that the person has lost; `undefined` when they have gained some as well. */
function findLoss(model: PlanModel, length: number, row: number, before: Int32Array): Loss | undefined {
  const bits = readStarts(model.compiled.people.rows, length, row);
  let [first, last] = [bits.length, -1];
  for (let w = 0; w < bits.length; w++) {
    if ((bits[w]! & ~before[w]!) !== 0) return undefined;
    bits[w] = before[w]! & ~bits[w]!;
    if (bits[w] === 0) continue;
    first = Math.min(first, w);
    last = w;
  }
  return { bits, first, last };
}

/** Indices `[from, to)` of the legal starts that lie in the words of a loss. */
function findRange(starts: Int32Array, loss: Loss): { from: number; to: number } {
  const from = startIndex(starts, loss.first << 5);
  let to = from;
  while (to < starts.length && starts[to]! >> 5 <= loss.last) to++;
  return { from, to };
}

/** Takes the lost starts out of the list and of the costs that run beside it, in place. */
function dropStarts(model: PlanModel, m: number, loss: Loss): void {
  const starts = model.starts[m]!;
  const beside = [starts, model.awayMedium[m], model.awaySoft[m]].filter((list) => list !== undefined);
  const { from, to } = findRange(starts, loss);
  const kept: number[] = [];
  for (let i = from; i < to; i++) if (!hasBit(loss.bits, 0, starts[i]!)) kept.push(i);
  const [short] = beside.map((list) => {
    kept.forEach((i, k) => (list[from + k] = list[i]!));
    list.copyWithin(from + kept.length, to);
    return list.subarray(0, list.length - (to - from - kept.length));
  });
  const size = short!.length;
  model.starts[m] = starts.subarray(0, size);
  model.awayMedium[m] = model.awayMedium[m]?.subarray(0, size);
  model.awaySoft[m] = model.awaySoft[m]?.subarray(0, size);
  for (let w = loss.first; w <= loss.last; w++) model.open[m]![w]! &= ~loss.bits[w]!;
}

function addAway(costs: Int32Array | undefined, starts: Int32Array, loss: Loss, cost: number): Int32Array | undefined {
  if (cost === 0) return costs;
  const raised = costs ?? new Int32Array(starts.length);
  const { from, to } = findRange(starts, loss);
  for (let i = from; i < to; i++) if (hasBit(loss.bits, 0, starts[i]!)) raised[i]! += cost;
  return raised;
}

function raiseAway(model: PlanModel, m: number, preferred: number, loss: Loss): void {
  const { medium, soft } = model.compiled.weights;
  const { weights, length } = model.ready[m]!;
  const cost = weights[preferred]! * length;
  model.awayMedium[m] = addAway(model.awayMedium[m], model.starts[m]!, loss, cost * medium.preferredAbsent);
  model.awaySoft[m] = addAway(model.awaySoft[m], model.starts[m]!, loss, cost * soft.preferredAbsent);
}

/**
 * Adjusts the legal starts of meeting m to a person who has only lost time, without working everything out again: someone required takes starts away,
 * someone preferred makes them dearer. False = it takes `refreshMeeting` (time gained, or the person is counted in a role or quorum). O(lost + starts behind).
 */
export function narrowMeeting(model: PlanModel, m: number, row: number, before: Int32Array): boolean {
  const ready = model.ready[m]!;
  if (ready.roles.some((role) => role.rows.includes(row)) || ready.quorums.some((quorum) => quorum.rows.includes(row))) return false;
  const loss = findLoss(model, ready.length, row, before);
  if (!loss) return false;
  if (model.starts[m]!.length === 0 || loss.last < 0) return true;
  const preferred = ready.preferred.indexOf(row);
  if (preferred >= 0) raiseAway(model, m, preferred, loss);
  if (ready.required.includes(row)) dropStarts(model, m, loss);
  return true;
}
