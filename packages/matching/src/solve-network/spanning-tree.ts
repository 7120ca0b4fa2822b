/**
 * A rooted spanning tree with potentials, for the network simplex: parents, child lists, depths. Re-hanging a subtree walks it once and brings
 * potentials and depths up to date on the way. O(subtree).
 */
export class SpanningTree {
  readonly parent: Int32Array;
  readonly arc: Int32Array;
  /** 1 if the arc leads from the node up to its parent, 0 if down from the parent. */
  readonly isUp: Uint8Array;
  readonly potential: Float64Array;
  private readonly depth: Int32Array;
  private readonly child: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;

  constructor(nodes: number) {
    this.parent = new Int32Array(nodes).fill(-1);
    this.arc = new Int32Array(nodes).fill(-1);
    this.isUp = new Uint8Array(nodes);
    this.potential = new Float64Array(nodes);
    this.depth = new Int32Array(nodes);
    this.child = new Int32Array(nodes).fill(-1);
    this.next = new Int32Array(nodes).fill(-1);
    this.previous = new Int32Array(nodes).fill(-1);
  }

  /** Hangs a node, with whatever is below it, under a parent; depths and potentials are the caller's business. */
  attach(node: number, parent: number, arc: number, isUp: number): void {
    this.parent[node] = parent;
    this.arc[node] = arc;
    this.isUp[node] = isUp;
    const head = this.child[parent]!;
    this.next[node] = head;
    this.previous[node] = -1;
    if (head >= 0) this.previous[head] = node;
    this.child[parent] = node;
  }

  /** The lowest common ancestor of two nodes. O(depth). */
  findJoin(a: number, b: number): number {
    const { depth, parent } = this;
    while (a !== b) {
      if (depth[a]! > depth[b]!) a = parent[a]!;
      else if (depth[b]! > depth[a]!) b = parent[b]!;
      else {
        a = parent[a]!;
        b = parent[b]!;
      }
    }
    return a;
  }

  /** Cuts the subtree of `top` off and hangs it by its node `node` under `parent`; its potentials move by `shift`. */
  rehang(top: number, node: number, parent: number, arc: number, isUp: number, shift: number): void {
    let at = node;
    let newParent = parent;
    let newArc = arc;
    let newIsUp = isUp;
    for (;;) {
      const oldParent = this.parent[at]!;
      const oldArc = this.arc[at]!;
      const oldIsUp = this.isUp[at]!;
      this.detach(at);
      this.attach(at, newParent, newArc, newIsUp);
      if (at === top) break;
      newParent = at;
      newArc = oldArc;
      newIsUp = 1 - oldIsUp;
      at = oldParent;
    }
    this.refresh(node, shift);
  }

  /** Sets depths and shifts potentials below and including a node. */
  refresh(node: number, shift: number): void {
    const { child, next, parent, depth, potential } = this;
    let at = node;
    for (;;) {
      depth[at] = depth[parent[at]!]! + 1;
      potential[at]! += shift;
      if (child[at]! >= 0) {
        at = child[at]!;
        continue;
      }
      while (at !== node && next[at]! < 0) at = parent[at]!;
      if (at === node) return;
      at = next[at]!;
    }
  }

  private detach(node: number): void {
    const before = this.previous[node]!;
    const after = this.next[node]!;
    if (before >= 0) this.next[before] = after;
    else this.child[this.parent[node]!] = after;
    if (after >= 0) this.previous[after] = before;
  }
}
