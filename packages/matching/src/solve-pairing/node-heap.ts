/** A binary min-heap of (key, node) pairs on flat arrays; equal keys leave in an order fixed by the pushes. Push and pop O(log n). */
export class NodeHeap {
  size = 0;
  private keys = new Float64Array(64);
  private nodes = new Int32Array(64);

  /** The least key; Infinity when empty. */
  get least(): number {
    return this.size === 0 ? Infinity : this.keys[0]!;
  }

  push(key: number, node: number): void {
    if (this.size === this.nodes.length) this.grow();
    const { keys, nodes } = this;
    let at = this.size++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (keys[up]! <= key) break;
      keys[at] = keys[up]!;
      nodes[at] = nodes[up]!;
      at = up;
    }
    keys[at] = key;
    nodes[at] = node;
  }

  /** Removes and returns the node with the least key; the heap must not be empty. */
  pop(): number {
    const { keys, nodes } = this;
    const top = nodes[0]!;
    const size = --this.size;
    const key = keys[size]!;
    const node = nodes[size]!;
    let at = 0;
    for (let down = 1; down < size; down = 2 * at + 1) {
      if (down + 1 < size && keys[down + 1]! < keys[down]!) down++;
      if (keys[down]! >= key) break;
      keys[at] = keys[down]!;
      nodes[at] = nodes[down]!;
      at = down;
    }
    keys[at] = key;
    nodes[at] = node;
    return top;
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2);
    const nodes = new Int32Array(this.nodes.length * 2);
    keys.set(this.keys);
    nodes.set(this.nodes);
    this.keys = keys;
    this.nodes = nodes;
  }
}
