import { checkPairingSums } from "../check-pairing/check-sums.js";
import { expectCount, expectInterval } from "../check-pairing/expect-counts.js";
import { MatchingError } from "../errors.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { checkShape } from "./check-shape.js";
import { costOfPair, stepsOf } from "./cost-of-pair.js";
import type { PairInPlan, PersonInPlan, PlaceInPlan, PlanProblem } from "./plan-problem.js";

/** A planning problem as integers, with the way back: rows are places, columns people, edge e is `pairs[e]`. */
export interface CompiledPlan {
  readonly source: PlanProblem;
  readonly scale: number;
  readonly pairing: PairingProblem;
  readonly pairs: readonly PairInPlan[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly personOf: ReadonlyMap<string, number>;
}

/**
 * Turns a planning problem into an integer pairing. Every wish's cost is rounded to 1/scale by itself, so that reasons add up to costs exactly.
 * O(pairs · wishes + pairs log pairs).
 *
 * @throws MatchingError emptySide, duplicateName, unknownName, duplicatePair, notInteger, negativeCount, minAboveMax, tooMany, badScale,
 *   costTooLarge, tooSmall, sumTooLarge, alsoForbidden; badFormat for what is no planning problem at all
 */
export function compilePlan(source: PlanProblem): CompiledPlan {
  checkShape(source);
  const scale = source.scale ?? 1000;
  if (!Number.isSafeInteger(scale) || scale < 1) throw new MatchingError("badScale", "scale", { value: String(scale) });
  const placeOf = indexNames("places", source.places);
  const personOf = indexNames("people", source.people);
  const costOf = costOfPair(source.wishes ?? [], scale);
  const pairs = sortPairs(source.pairs, placeOf, personOf);
  checkForbidden(source, placeOf, personOf);
  checkPrevious(source);
  const rows = source.places.length;
  const start = new Int32Array(rows + 1);
  for (const pair of pairs) start[placeOf.get(pair.place)! + 1]!++;
  for (let i = 0; i < rows; i++) start[i + 1]! += start[i]!;
  const places = limitsOf("places", source.places, 1);
  const people = limitsOf("people", source.people, 0);
  // Nobody can take more places than there are; without this a large limit would cost a step of fairness each.
  const columnMax = people.most.map((most, j) => Math.max(people.least[j]!, Math.min(most, rows)));
  const pairing: PairingProblem = {
    rows,
    columns: source.people.length,
    start,
    column: Int32Array.from(pairs, (pair) => personOf.get(pair.person)!),
    cost: Int32Array.from(pairs, (pair) => costOf(pair).total),
    rowMin: places.least,
    rowMax: places.most,
    columnMin: people.least,
    columnMax,
    step: source.fairness === undefined ? undefined : stepsOf(source.people, columnMax, source.fairness.weight, scale),
    together: groupTimes(source.places),
  };
  expectCount("places", sumOf(places.least));
  expectCount("people", sumOf(people.least));
  checkPairingSums(pairing);
  return { source, scale, pairing, pairs, placeOf, personOf };
}

const sumOf = (counts: Int32Array): number => counts.reduce((sum, n) => sum + n, 0);

function indexNames(item: string, list: readonly { readonly id: string }[]): Map<string, number> {
  if (list.length === 0) throw new MatchingError("emptySide", item);
  const index = new Map<string, number>();
  for (const { id } of list) {
    if (index.has(id)) throw new MatchingError("duplicateName", item, { id });
    index.set(id, index.size);
  }
  return index;
}

/** The index of a name. @throws MatchingError unknownName */
export function indexOf(index: ReadonlyMap<string, number>, item: string, id: string): number {
  const found = index.get(id);
  if (found === undefined) throw new MatchingError("unknownName", item, { id });
  return found;
}

function sortPairs(pairs: readonly PairInPlan[], placeOf: ReadonlyMap<string, number>, personOf: ReadonlyMap<string, number>): PairInPlan[] {
  const keyed = pairs.map((pair, k) => ({
    pair,
    place: indexOf(placeOf, `pairs ${k} place`, pair.place),
    person: indexOf(personOf, `pairs ${k} person`, pair.person),
  }));
  keyed.sort((a, b) => a.place - b.place || a.person - b.person);
  keyed.forEach((one, k) => {
    const last = keyed[k - 1];
    if (last?.place === one.place && last.person === one.person)
      throw new MatchingError("duplicatePair", "pairs", { person: one.pair.person, place: one.pair.place });
  });
  return keyed.map(({ pair }) => pair);
}

/** Refuses a hard rule about someone who is not there, and one that a listed pair breaks. */
function checkForbidden({ pairs, forbidden = [] }: PlanProblem, placeOf: ReadonlyMap<string, number>, personOf: ReadonlyMap<string, number>): void {
  const listed = forbidden.length === 0 ? undefined : new Set(pairs.map(keyOf));
  forbidden.forEach((one, k) => {
    indexOf(placeOf, `forbidden ${k} place`, one.place);
    indexOf(personOf, `forbidden ${k} person`, one.person);
    if (listed?.has(keyOf(one)) === true) throw new MatchingError("alsoForbidden", `forbidden ${k}`, { person: one.person, place: one.place, rule: one.rule });
  });
}

/** Refuses a placement that was there twice; names of people and places that have left are let through. */
function checkPrevious({ previous = [] }: PlanProblem): void {
  const seen = new Set<string>();
  previous.forEach((one, k) => {
    if (seen.has(keyOf(one))) throw new MatchingError("duplicatePair", `previous ${k}`, { person: one.person, place: one.place });
    seen.add(keyOf(one));
  });
}

/** A placement as one text. */
export const keyOf = ({ person, place }: { readonly person: string; readonly place: string }): string => JSON.stringify([person, place]);

/** Places with the same `when` get the same number; one by itself gets −1. */
function groupTimes(places: PlanProblem["places"]): Int32Array | undefined {
  if (places.every(({ when }) => when === undefined)) return undefined;
  const group = new Map<string, number>();
  return Int32Array.from(places, ({ when }, i) => {
    if (when === undefined) return -1;
    if (!group.has(when)) group.set(when, i);
    return group.get(when)!;
  });
}

/** Least and most of everyone, checked by name: most is at least one unless something else is said. */
function limitsOf(item: string, list: readonly (PersonInPlan | PlaceInPlan)[], usual: number): { least: Int32Array; most: Int32Array } {
  const limits = list.map(({ id, least = usual, most = Math.max(1, least) }) => {
    expectInterval(`${item} ${id}`, least, most);
    return [least, most] as const;
  });
  return { least: Int32Array.from(limits, ([least]) => least), most: Int32Array.from(limits, ([, most]) => most) };
}
