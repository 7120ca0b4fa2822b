import type { PairingProblem } from "@lianxin/matching/integers";
import { rowsOfEdges, withNobody, type Edges } from "./edges.js";
import { costOf, Ground, weights } from "./measure-pair.js";
import { backupMost, type Because, type CadreFact, type ElderFact, type HeldPair, type PairFacts, type Side } from "./pair-facts.js";

/** One side of the pairing as integers, with the way back: rows are elders, columns cadres and, last, nobody. */
export interface CompiledSide {
  readonly problem: PairingProblem;
  readonly elders: readonly ElderFact[];
  readonly cadres: readonly CadreFact[];
  readonly because: readonly Because[];
  /** Edges of pairs held before that may stay. */
  readonly before: readonly number[];
  /** Edges that make the elder's backup change too: who is backup now would be first helper, or two men would come to a woman who lives alone. */
  readonly follows: readonly number[];
  /** What a new or a dropped pair costs: more than any single difference, so that only forced moves happen. */
  readonly movePrice: number;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Which cadres an elder may have by where they are: those of the township, and those of villages near enough. */
function candidatesOf(facts: PairFacts, cadres: readonly CadreFact[], ground: Ground): (elder: ElderFact) => readonly number[] {
  const byTown = new Map<string, number[]>();
  cadres.forEach(({ town }, j) => byTown.set(town, [...(byTown.get(town) ?? []), j]));
  if (facts.nearMetres === 0) return ({ town }) => byTown.get(town) ?? [];
  const known = new Map<string, readonly number[]>();
  return ({ town, village }) => {
    const found =
      known.get(village) ??
      cadres.flatMap((cadre, j) => (cadre.town === town || (ground.metres(village, cadre.villages) ?? Infinity) <= facts.nearMetres ? [j] : []));
    known.set(village, found);
    return found;
  };
}

/** May these two be this side of a pair, by the hard rules? */
function isAllowed(elder: ElderFact, cadre: CadreFact, ground: Ground, held: HeldPair | undefined, primary: CadreFact | undefined): boolean {
  if (cadre.id === primary?.id) return false;
  if (primary && elder.needsWoman && !primary.isWoman && !cadre.isWoman) return false;
  if (cadre.isAway && held?.cadreId !== cadre.id) return false;
  return !ground.isApart(elder.id, cadre.id);
}

const takesBackupAlong = (elder: ElderFact, cadre: CadreFact, backup: CadreFact): boolean =>
  cadre === backup || (elder.needsWoman && !cadre.isWoman && !backup.isWoman);

function listEdges(facts: PairFacts, side: Side, elders: readonly ElderFact[], cadres: readonly CadreFact[], primaryOf: ReadonlyMap<string, string>) {
  const ground = new Ground(facts);
  const candidates = candidatesOf(facts, cadres, ground);
  const indexOf = new Map(cadres.map(({ id }, j) => [id, j]));
  const heldBy = new Map(facts.held[side].map((pair) => [pair.elderId, pair]));
  const backupOf = new Map(side === "primary" ? facts.held.backup.map((pair) => [pair.elderId, pair.cadreId]) : []);
  const edges: Edges = { start: new Int32Array(elders.length + 1), column: [], cost: [], because: [] };
  const before: number[] = [];
  const follows: number[] = [];
  elders.forEach((elder, i) => {
    const held = heldBy.get(elder.id);
    const primaryId = primaryOf.get(elder.id);
    const primary = primaryId === undefined ? undefined : cadres[indexOf.get(primaryId)!];
    const own = held && indexOf.get(held.cadreId);
    // A pair chosen by hand is the only one there is, unless a hard rule has come to stand against it.
    const isPinned = held?.isPinned === true && own !== undefined && isAllowed(elder, cadres[own]!, ground, held, primary);
    const backup = cadres[indexOf.get(backupOf.get(elder.id) ?? "") ?? -1];
    // Who was held before and is none of them any more, because one of the two moved, is replaced.
    const columns = isPinned ? [own] : candidates(elder);
    for (const j of columns) {
      if (!isPinned && !isAllowed(elder, cadres[j]!, ground, held, primary)) continue;
      const because = ground.because(elder, cadres[j]!, isPinned);
      if (j === own) before.push(edges.column.length);
      else if (backup && takesBackupAlong(elder, cadres[j]!, backup)) follows.push(edges.column.length);
      edges.column.push(j);
      edges.cost.push(costOf(elder, because));
      edges.because.push(because);
    }
    edges.start[i + 1] = edges.column.length;
  });
  return { edges, before, follows };
}

const placesOf = (side: Side, { limit }: CadreFact): number => (side === "primary" ? limit : backupMost);
/** The first is free, each further one costs more than another village would. */
const stepsOf = (places: number): number[] => Array.from({ length: places }, (_, k) => k * weights.second);

/** Costs are 32-bit integers. */
const largestCost = 2 ** 31 - 1;

/**
 * Compiles one side. Every elder needs one cadre of those the hard rules allow; who finds none gets "nobody", dearer than any number of moves. For backups
 * `primaryOf` says whom each elder has. O(elders · cadres of a township).
 */
export function compileSide(facts: PairFacts, side: Side, primaryOf: ReadonlyMap<string, string> = new Map()): CompiledSide {
  const elders = [...facts.elders].sort(byId);
  const cadres = [...facts.cadres].sort(byId);
  const { edges, before, follows } = listEdges(facts, side, elders, cadres, primaryOf);
  const [rows, columns] = [elders.length, cadres.length];
  const most = cadres.map((cadre) => placesOf(side, cadre));
  const highest = Math.max(0, ...most) * weights.second;
  const movePrice = 1 + highest + weights.otherVillage + weights.farthest + weights.otherDialect + weights.man - weights.knows;
  // A pair that changes costs its price for the new one, for the old one, and for a backup that follows.
  const dear = Math.min(4 * movePrice * (rows + 1), largestCost - 4 * movePrice);
  const ones = new Int32Array(rows).fill(1);
  const sides = { rows, rowMin: ones, rowMax: ones };
  const problem: PairingProblem = {
    ...{ ...sides, columns: columns + 1, ...withNobody(edges, rows, columns, dear) },
    columnMin: new Int32Array(columns + 1),
    columnMax: Int32Array.from([...most, Math.max(1, rows)]),
    step: Int32Array.from([...most.flatMap(stepsOf), ...new Array<number>(Math.max(1, rows)).fill(0)]),
  };
  const rowOf = rowsOfEdges(edges.start);
  // Row i has had i "nobody" edges before it.
  const shifted = (list: readonly number[]): number[] => list.map((e) => e + rowOf[e]!);
  return { problem, elders, cadres, because: edges.because, before: shifted(before), follows: shifted(follows), movePrice };
}
