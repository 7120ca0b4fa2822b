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

/** One side of a problem. O(pairs). */
export function sideOf(problem: PairingProblem, of: Shortage["of"]): Side {
  const arcs = listArcs(problem, of);
  return of === "rows" ? { least: problem.rowMin, most: problem.columnMax, arcs } : { least: problem.columnMin, most: problem.rowMax, arcs };
}

/**
 * Serves members one after another, each unit along a shortest augmenting path. What a search reached in vain leads nowhere from then on, and is not
 * searched again.
 */
export class ServeInTurn {
  private readonly flow: Uint8Array;
  private readonly given: Int32Array;
  private readonly mark: Int32Array;
  private readonly via: Int32Array;
  private readonly queue: Int32Array;
  private readonly isDead: Uint8Array;
  private round = 0;
  private size = 0;
  private sawDead = false;

  constructor(private readonly side: Side) {
    const { to, nodes } = side.arcs;
    this.flow = new Uint8Array(to.length);
    this.given = new Int32Array(side.most.length);
    this.mark = new Int32Array(nodes);
    this.via = new Int32Array(nodes);
    this.queue = new Int32Array(nodes);
    this.isDead = new Uint8Array(nodes);
  }

  /**
   * Serves the members in turn, all of them or until the first falls short. Returns the sets in which somebody does, with what the last of them misses; of
   * those that overlap only the first.
   */
  serve(members: Iterable<number>, justFirst = false): FallShort[] {
    const { least } = this.side;
    const found: FallShort[] = [];
    for (const member of members) {
      for (let unit = 0; unit < least[member]!; unit++) {
        if (this.augment(member)) continue;
        if (!this.sawDead) found.push(this.describe(least[member]! - unit));
        if (justFirst) return found;
        for (let k = 0; k < this.size; k++) this.isDead[this.queue[k]!] = 1;
        break;
      }
    }
    return found;
  }

  /** Gives a member one unit more; if that cannot be, the queue holds every node it reaches in vain. */
  private augment(member: number): boolean {
    const { from, to, leavingStart, leaving, enteringStart, entering } = this.side.arcs;
    const { flow, queue } = this;
    this.round++;
    this.size = 0;
    this.sawDead = this.isDead[member] === 1;
    this.reach(member, -1);
    for (let k = 0; k < this.size; k++) {
      const v = queue[k]!;
      for (let at = leavingStart[v]!; at < leavingStart[v + 1]!; at++) {
        const a = leaving[at]!;
        if (flow[a] === 0 && this.reach(to[a]!, a)) return true;
      }
      for (let at = enteringStart[v]!; at < enteringStart[v + 1]!; at++) {
        const a = entering[at]!;
        if (flow[a] === 1 && this.reach(from[a]!, a)) return true;
      }
    }
    return false;
  }

  /** True if the node has a place to give, which it then does. */
  private reach(v: number, arc: number): boolean {
    if (this.mark[v] === this.round) return false;
    if (this.isDead[v] === 1) {
      this.sawDead = true;
      return false;
    }
    this.mark[v] = this.round;
    this.via[v] = arc;
    this.queue[this.size++] = v;
    const other = v - this.side.arcs.firstOther;
    if (other < 0 || v >= this.side.arcs.firstGate || this.given[other]! >= this.side.most[other]!) return false;
    this.push(v);
    return true;
  }

  private push(end: number): void {
    const { from, to, firstOther } = this.side.arcs;
    this.given[end - firstOther]!++;
    for (let v = end, a = this.via[v]!; a >= 0; a = this.via[v]!) {
      this.flow[a] = 1 - this.flow[a]!;
      v = to[a] === v ? from[a]! : to[a]!;
    }
  }

  private describe(missing: number): FallShort {
    const { firstOther, firstGate } = this.side.arcs;
    const nodes = this.queue.slice(0, this.size).sort();
    const members = Array.from(nodes.filter((v) => v < firstOther));
    const exhausted = Array.from(nodes.filter((v) => v >= firstOther && v < firstGate)).map((v) => v - firstOther);
    return { members, exhausted, need: members.reduce((sum, k) => sum + this.side.least[k]!, 0), missing };
  }
}
