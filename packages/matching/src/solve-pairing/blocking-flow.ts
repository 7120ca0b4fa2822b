import { pushArc } from "./push-flow.js";
import type { Residual } from "./residual.js";
import type { ShortestPaths } from "./shortest-paths.js";

/**
 * Depth-first augmentation over the arcs a search has made tight: from every source as many units as reach a sink, each node's arcs looked at once
 * per phase. O(m) per phase plus path lengths. Source: Dinic 1970; Hopcroft & Karp 1973 for the bipartite case.
 */
export class BlockingFlow {
  private readonly arc: Int32Array;
  private readonly seen: Int32Array;
  private readonly path: Int32Array;
  private readonly pathEdge: Int32Array;
  private round = 0;
  private found = -1;
  private foundEdge = -1;

  constructor(
    private readonly net: Residual,
    private readonly search: ShortestPaths,
  ) {
    const nodes = net.zero + 1;
    this.arc = new Int32Array(nodes);
    this.seen = new Int32Array(nodes);
    this.path = new Int32Array(nodes);
    this.pathEdge = new Int32Array(nodes);
  }

  /** Augments from the first `count` of `sources`; returns how many of them still have a positive balance, moved to the front. */
  augment(sources: Int32Array, count: number): number {
    const { reached, reachedCount } = this.search;
    this.round++;
    for (let k = 0; k < reachedCount; k++) this.arc[reached[k]!] = 0;
    let left = 0;
    for (let s = 0; s < count; s++) {
      const v = sources[s]!;
      while (this.net.balance[v]! > 0 && this.seen[v] !== this.round && this.augmentOnce(v));
      if (this.net.balance[v]! > 0) sources[left++] = v;
    }
    return left;
  }

  private augmentOnce(source: number): boolean {
    const { path, pathEdge, seen, round, net } = this;
    let depth = 0;
    path[0] = source;
    seen[source] = round;
    while (depth >= 0) {
      const v = path[depth]!;
      if (net.balance[v]! < 0) return this.commit(depth);
      if (this.advance(v)) {
        path[++depth] = this.found;
        pathEdge[depth] = this.foundEdge;
        seen[this.found] = round;
      } else depth--;
    }
    return false;
  }

  private commit(depth: number): boolean {
    const { path, pathEdge, seen, net } = this;
    for (let k = depth; k > 0; k--) pushArc(net, path[k - 1]!, path[k]!, pathEdge[k]!);
    for (let k = 0; k <= depth; k++) seen[path[k]!] = 0;
    net.balance[path[0]!]!--;
    net.balance[path[depth]!]!++;
    return true;
  }

  private advance(v: number): boolean {
    const { rows } = this.net.problem;
    if (v < rows) return this.advanceRow(v);
    return v < this.net.zero ? this.advanceColumn(v - rows) : this.advanceZero();
  }

  private isOpen(v: number): boolean {
    return this.seen[v] !== this.round && this.search.isWithin(v);
  }

  private follow(v: number, edge: number): true {
    this.found = v;
    this.foundEdge = edge;
    return true;
  }

  private advanceRow(i: number): boolean {
    const { start, column, cost, rows, rowMin } = this.net.problem;
    const { potential, used, zero, taken } = this.net;
    const y = potential[i]!;
    const first = start[i]!;
    const degree = start[i + 1]! - first;
    while (this.arc[i]! < degree) {
      const e = first + this.arc[i]!++;
      const j = rows + column[e]!;
      if (cost[e]! + potential[j]! === y && used[e] === 0 && this.isOpen(j)) return this.follow(j, e);
    }
    if (this.arc[i]! > degree) return false;
    this.arc[i]!++;
    return taken[i]! > rowMin[i]! && y === potential[zero] && this.isOpen(zero) && this.follow(zero, -1);
  }

  private advanceColumn(j: number): boolean {
    const { cost, rows, columnMax } = this.net.problem;
    const { potential, holderEdge, holderRow, placeStart, zero, given, step, count } = this.net;
    const v = rows + j;
    const y = potential[v]!;
    const first = placeStart[j]!;
    if (this.arc[v] === 0) {
      this.arc[v] = 1;
      if (given[j]! < columnMax[j]! && step[first + given[j]!]! + potential[zero]! === y && this.isOpen(zero)) return this.follow(zero, -1);
    }
    while (this.arc[v]! <= count[j]!) {
      const place = first + this.arc[v]!++ - 1;
      const i = holderRow[place]!;
      if (potential[i] === cost[holderEdge[place]!]! + y && this.isOpen(i)) return this.follow(i, holderEdge[place]!);
    }
    return false;
  }

  private advanceZero(): boolean {
    const { rows, columns, rowMax, columnMin } = this.net.problem;
    const { potential, placeStart, zero, given, taken, step } = this.net;
    const y = potential[zero]!;
    while (this.arc[zero]! < rows + columns) {
      const v = this.arc[zero]!++;
      if (!this.isOpen(v)) continue;
      if (v < rows) {
        if (taken[v]! < rowMax[v]! && potential[v] === y) return this.follow(v, -1);
        continue;
      }
      const j = v - rows;
      if (given[j]! > columnMin[j]! && potential[v] === y + step[placeStart[j]! + given[j]! - 1]!) return this.follow(v, -1);
    }
    return false;
  }
}
