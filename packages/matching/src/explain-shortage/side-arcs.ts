import type { PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";

/**
 * Ways of one unit each from the members of a side (from 0) to the others (from firstOther), through a gate (from firstGate) where rows that fall together
 * share a column. The arcs that leave node v are `leaving` from leavingStart[v] to leavingStart[v + 1], those that enter it alike.
 */
export interface SideArcs {
  readonly firstOther: number;
  readonly firstGate: number;
  readonly nodes: number;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly leavingStart: Int32Array;
  readonly leaving: Int32Array;
  readonly enteringStart: Int32Array;
  readonly entering: Int32Array;
}

/** Lists them. O(pairs). */
export function listArcs({ rows, columns, start, column, together }: PairingProblem, of: Shortage["of"]): SideArcs {
  const [firstOther, firstGate] = [of === "rows" ? rows : columns, rows + columns];
  const [from, to]: [number[], number[]] = [[], []];
  const join = (tail: number, head: number): void => void (from.push(tail), to.push(head));
  const gates = new Map<number, number>();
  for (let i = 0; i < rows; i++) {
    const group = together?.[i] ?? -1;
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const [member, other] = of === "rows" ? [i, firstOther + column[e]!] : [column[e]!, firstOther + i];
      if (group < 0) {
        join(member, other);
        continue;
      }
      const key = column[e]! * rows + group;
      const known = gates.get(key);
      const gate = known ?? firstGate + gates.size;
      gates.set(key, gate);
      if (of === "rows" || known === undefined) join(member, gate);
      if (of === "columns" || known === undefined) join(gate, other);
    }
  }
  const nodes = firstGate + gates.size;
  const [leavingStart, leaving] = sortByNode(from, nodes);
  const [enteringStart, entering] = sortByNode(to, nodes);
  return { firstOther, firstGate, nodes, from, to, leavingStart, leaving, enteringStart, entering };
}

function sortByNode(node: readonly number[], nodes: number): [start: Int32Array, arcs: Int32Array] {
  const start = new Int32Array(nodes + 1);
  for (const v of node) start[v + 1]!++;
  for (let v = 0; v < nodes; v++) start[v + 1]! += start[v]!;
  const fill = start.slice();
  const arcs = new Int32Array(node.length);
  for (let a = 0; a < node.length; a++) arcs[fill[node[a]!]!++] = a;
  return [start, arcs];
}
