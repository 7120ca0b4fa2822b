import type { CompiledSide } from "./compile-side.js";
import { rowsOfEdges } from "./edges.js";
import type { PairFacts, PairShortage } from "./pair-facts.js";

interface Held {
  readonly rowsOf: readonly number[][];
  readonly columnsOf: ReadonlyMap<string, readonly number[]>;
  /** Units that take no more, by their quota. */
  readonly full: ReadonlySet<string>;
  readonly unserved: readonly number[];
}

function readChosen({ problem, cadres }: CompiledSide, quotas: PairFacts["quotas"], chosen: Iterable<number>): Held {
  const rowOf = rowsOfEdges(problem.start);
  const rowsOf: number[][] = cadres.map(() => []);
  const unserved: number[] = [];
  for (const e of chosen) (rowsOf[problem.column[e]!] ?? unserved).push(rowOf[e]!);
  const columnsOf = new Map<string, number[]>();
  cadres.forEach(({ unit }, j) => columnsOf.set(unit, [...(columnsOf.get(unit) ?? []), j]));
  const taken = (unit: string): number => (columnsOf.get(unit) ?? []).reduce((sum, j) => sum + rowsOf[j]!.length, 0);
  return { rowsOf, columnsOf, full: new Set(quotas.filter(({ unit, most }) => taken(unit) >= most).map(({ unit }) => unit)), unserved };
}

/** From one elder without anybody: the cadres they may have are full, whom those have compete with them, and so on. */
function reach({ problem, cadres }: CompiledSide, { rowsOf, columnsOf, full }: Held, start: number) {
  const [rows, columns, units] = [new Set([start]), new Set<number>(), new Set<string>()];
  const competes = (j: number): void => rowsOf[j]!.forEach((row) => rows.add(row));
  // A set that grows while it is gone through: each is met once.
  for (const row of rows)
    for (let e = problem.start[row]!; e < problem.start[row + 1]!; e++) {
      const j = problem.column[e]!;
      if (j === cadres.length || columns.has(j)) continue;
      columns.add(j);
      const { unit } = cadres[j]!;
      const isFullItself = rowsOf[j]!.length >= problem.columnMax[j]!;
      if (!isFullItself && full.has(unit)) {
        units.add(unit);
        columnsOf.get(unit)!.forEach(competes);
      } else competes(j);
    }
  return { rows, columns, units };
}

type Found = ReturnType<typeof reach> & { readonly unserved: readonly number[] };
const join = (one: Found, other: Found): Found => ({
  ...{ rows: new Set([...one.rows, ...other.rows]), columns: new Set([...one.columns, ...other.columns]) },
  ...{ units: new Set([...one.units, ...other.units]), unserved: [...one.unserved, ...other.unserved] },
});

/** Joins what belongs together, whatever order it comes in. */
function joinBy(found: readonly Found[], belongs: (one: Found, other: Found) => boolean): Found[] {
  let joined: Found[] = [];
  for (const one of found) {
    const own = joined.filter((other) => belongs(one, other));
    joined = [...joined.filter((other) => !own.includes(other)), own.reduce(join, one)];
  }
  return joined;
}

/**
 * Why some found nobody: elders who together need more than all cadres they may have can take (Hall violators), one for each township, or for townships that
 * a unit's full quota joins; with those units, and who of them was left out. O(unserved · edges).
 */
export function findShortages(compiled: CompiledSide, quotas: PairFacts["quotas"], chosen: Iterable<number>): PairShortage[] {
  const { elders, cadres } = compiled;
  const held = readChosen(compiled, quotas, chosen);
  const found = held.unserved.map((start): Found => ({ ...reach(compiled, held, start), unserved: [start] }));
  const meet = (one: Found, other: Found): boolean => [...one.rows].some((row) => other.rows.has(row));
  const townOf = ({ rows }: Found): string => elders[[...rows][0]!]!.town;
  const isNear = (one: Found, other: Found): boolean => one.units.size + other.units.size === 0 && townOf(one) === townOf(other);
  const idsOf = (list: Iterable<number>, of: readonly { readonly id: string }[]) => [...list].map((k) => of[k]!.id).sort();
  return joinBy(joinBy(found, meet), isNear).map(({ rows, columns, units, unserved }) => ({
    ...{ elderIds: idsOf(rows, elders), cadreIds: idsOf(columns, cadres), unserved: idsOf(unserved, elders), units: [...units].sort() },
    ...{ need: rows.size, offer: rows.size - unserved.length },
  }));
}
