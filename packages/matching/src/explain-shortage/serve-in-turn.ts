import type { PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";
import { listArcs, type SideArcs } from "./side-arcs.js";

/** One side of a pairing as members who ask for places, what each must get at least, and the ways to the others' places. */
export interface Side {
  readonly least: Int32Array;
  readonly most: Int32Array;
  readonly arcs: SideArcs;
}

/** Members that fall short: together they need `need` units and miss `missing`; `exhausted` are the others whose places they use up. Rising. */
export interface FallShort {
  readonly members: readonly number[];
  readonly exhausted: readonly number[];
  readonly need: number;
  readonly missing: number;
}

/** One side of a problem. O(pairs log pairs). */
export function sideOf(problem: PairingProblem, of: Shortage["of"]): Side {
  const arcs = listArcs(problem, of);
  return of === "rows" ? { least: problem.rowMin, most: problem.columnMax, arcs } : { least: problem.columnMin, most: problem.rowMax, arcs };
}

/** Serves members one after another, each unit along an augmenting path. */
export class ServeInTurn {
  private readonly flow: Uint8Array;
  private readonly given: Int32Array;

  constructor(private readonly side: Side) {
    this.flow = new Uint8Array(side.arcs.to.length);
    this.given = new Int32Array(side.most.length);
  }

  /** Serves the members in turn, all of them or until the first falls short; the sets in which somebody does, with what the last of them misses. */
  serve(members: Iterable<number>, justFirst = false): FallShort[] {
    const { least } = this.side;
    const found: FallShort[] = [];
    for (const member of members) {
      for (let unit = 0; unit < least[member]!; unit++) {
        const reached = this.augment(member);
        if (reached === undefined) continue;
        found.push(this.describe(reached, least[member]! - unit));
        if (justFirst) return found;
        break;
      }
    }
    return found;
  }

  /** Gives a member one unit more, or returns every node it reaches in vain. */
  private augment(member: number): ReadonlyMap<number, number> | undefined {
    const { from, to, firstOther, firstGate, leaving, entering } = this.side.arcs;
    const via = new Map([[member, -1]]);
    for (const [v] of via) {
      const other = v - firstOther;
      if (other >= 0 && v < firstGate && this.given[other]! < this.side.most[other]!) return void this.push(v, via);
      for (const a of leaving[v]!) if (this.flow[a] === 0 && !via.has(to[a]!)) via.set(to[a]!, a);
      for (const a of entering[v]!) if (this.flow[a] === 1 && !via.has(from[a]!)) via.set(from[a]!, a);
    }
    return via;
  }

  private push(end: number, via: ReadonlyMap<number, number>): void {
    const { from, to, firstOther } = this.side.arcs;
    this.given[end - firstOther]!++;
    for (let v = end, a = via.get(v)!; a >= 0; a = via.get(v)!) {
      this.flow[a] = 1 - this.flow[a]!;
      v = to[a] === v ? from[a]! : to[a]!;
    }
  }

  private describe(reached: ReadonlyMap<number, number>, missing: number): FallShort {
    const { firstOther, firstGate } = this.side.arcs;
    const nodes = [...reached.keys()].sort((a, b) => a - b);
    const members = nodes.filter((v) => v < firstOther);
    const exhausted = nodes.filter((v) => v >= firstOther && v < firstGate).map((v) => v - firstOther);
    return { members, exhausted, need: members.reduce((sum, k) => sum + this.side.least[k]!, 0), missing };
  }
}
