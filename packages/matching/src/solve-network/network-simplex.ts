import type { NetworkProblem } from "./network-problem.js";
import { SpanningTree } from "./spanning-tree.js";

const AT_LOWER = 1;
const IN_TREE = 0;
const AT_UPPER = -1;

/**
 * Primal network simplex with block search and strongly feasible trees, so that it cannot cycle.
 *
 * Starts from artificial arcs between every node and a root; flow is counted above the lower bounds. Each pivot takes the arc with the worst reduced
 * cost of a block of about √m arcs, looked at in turn. Pivots O(n m) seen in practice far fewer; one pivot O(√m + depth + subtree).
 * Source: Dantzig 1951; Cunningham 1976 (strong feasibility); block search as studied by Király & Kovács 2012.
 */
export class NetworkSimplex {
  readonly flow: Float64Array;
  readonly tree: SpanningTree;
  pivots = 0;
  /** True once a circle of arcs without upper bound turned out to cost less than nothing. */
  isUnbounded = false;
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly room: Float64Array;
  private readonly cost: Float64Array;
  private readonly state: Int8Array;
  private readonly root: number;
  private readonly arcs: number;
  private readonly block: number;
  private nextArc = 0;
  private joinNode = 0;
  private outNode = -1;
  private onFirstSide = false;
  private amount = 0;

  constructor(problem: NetworkProblem, excess: Float64Array, artificialCost: number) {
    const { nodes } = problem;
    this.arcs = problem.cost.length;
    this.root = nodes;
    this.block = Math.max(10, Math.ceil(Math.sqrt(this.arcs)));
    this.tree = new SpanningTree(nodes + 1);
    this.from = grow(Int32Array, problem.from, nodes);
    this.to = grow(Int32Array, problem.to, nodes);
    this.cost = grow(Float64Array, problem.cost, nodes);
    this.room = grow(Float64Array, problem.upper, nodes);
    for (let a = 0; a < this.arcs; a++) this.room[a]! -= problem.lower[a]!;
    this.flow = new Float64Array(this.arcs + nodes);
    this.state = new Int8Array(this.arcs + nodes).fill(AT_LOWER);
    for (let v = 0; v < nodes; v++) this.hangFromRoot(v, excess[v]!, artificialCost);
  }

  /** Pivots until no arc improves. */
  run(): void {
    for (let arc = this.chooseEntering(); arc >= 0 && !this.isUnbounded; arc = this.chooseEntering()) this.pivot(arc);
  }

  /** Flow that artificial arcs still carry to or from a node: what could not be served. */
  unserved(node: number): number {
    return this.flow[this.arcs + node]!;
  }

  private hangFromRoot(v: number, excess: number, artificialCost: number): void {
    const arc = this.arcs + v;
    const isUp = excess >= 0;
    this.from[arc] = isUp ? v : this.root;
    this.to[arc] = isUp ? this.root : v;
    this.cost[arc] = isUp ? 0 : artificialCost;
    this.room[arc] = Infinity;
    this.flow[arc] = Math.abs(excess);
    this.state[arc] = IN_TREE;
    this.tree.attach(v, this.root, arc, isUp ? 1 : 0);
    this.tree.refresh(v, isUp ? 0 : artificialCost);
  }

  private chooseEntering(): number {
    const { from, to, cost, state, arcs, block } = this;
    const { potential } = this.tree;
    let worst = 0;
    let best = -1;
    let left = block;
    let arc = this.nextArc;
    for (let seen = 0; seen < arcs; seen++) {
      if (arc >= arcs) arc = 0;
      const reduced = state[arc]! * (cost[arc]! + potential[from[arc]!]! - potential[to[arc]!]!);
      if (reduced < worst) {
        worst = reduced;
        best = arc;
      }
      arc++;
      if (--left > 0) continue;
      if (best >= 0) break;
      left = block;
    }
    this.nextArc = arc;
    return best;
  }

  private pivot(arc: number): void {
    const { tree, state } = this;
    this.pivots++;
    const forward = state[arc] === AT_LOWER;
    const first = forward ? this.from[arc]! : this.to[arc]!;
    const second = forward ? this.to[arc]! : this.from[arc]!;
    this.joinNode = tree.findJoin(first, second);
    this.chooseLeaving(arc, first, second);
    this.isUnbounded = this.amount === Infinity;
    if (this.isUnbounded) return;
    this.pushAround(arc, first, second, forward);
    if (this.outNode < 0) {
      state[arc] = forward ? AT_UPPER : AT_LOWER;
      return;
    }
    const leaving = tree.arc[this.outNode]!;
    state[leaving] = this.flow[leaving] === 0 ? AT_LOWER : AT_UPPER;
    state[arc] = IN_TREE;
    const [node, parent] = this.onFirstSide ? [first, second] : [second, first];
    const isUp = this.from[arc] === node ? 1 : 0;
    const gap = tree.potential[parent]! - tree.potential[node]! + (isUp === 1 ? -this.cost[arc]! : this.cost[arc]!);
    tree.rehang(this.outNode, node, parent, arc, isUp, gap);
  }

  private chooseLeaving(arc: number, first: number, second: number): void {
    const { parent, arc: treeArc, isUp } = this.tree;
    this.amount = this.room[arc]!;
    this.outNode = -1;
    for (let v = first; v !== this.joinNode; v = parent[v]!) {
      const e = treeArc[v]!;
      const left = isUp[v] === 1 ? this.flow[e]! : this.room[e]! - this.flow[e]!;
      if (left >= this.amount) continue;
      this.amount = left;
      this.outNode = v;
      this.onFirstSide = true;
    }
    for (let v = second; v !== this.joinNode; v = parent[v]!) {
      const e = treeArc[v]!;
      const left = isUp[v] === 1 ? this.room[e]! - this.flow[e]! : this.flow[e]!;
      if (left > this.amount) continue;
      this.amount = left;
      this.outNode = v;
      this.onFirstSide = false;
    }
  }

  private pushAround(arc: number, first: number, second: number, forward: boolean): void {
    const { amount, flow } = this;
    const { parent, arc: treeArc, isUp } = this.tree;
    if (amount === 0) return;
    flow[arc]! += forward ? amount : -amount;
    for (let v = first; v !== this.joinNode; v = parent[v]!) flow[treeArc[v]!]! += isUp[v] === 1 ? -amount : amount;
    for (let v = second; v !== this.joinNode; v = parent[v]!) flow[treeArc[v]!]! += isUp[v] === 1 ? amount : -amount;
  }
}

function grow<T extends Int32Array | Float64Array>(kind: new (length: number) => T, list: ArrayLike<number>, more: number): T {
  const grown = new kind(list.length + more);
  grown.set(list);
  return grown;
}
