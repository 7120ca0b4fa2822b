import type { PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";

/**
 * Ways of one unit each from the members of a side (from 0) to the others (from firstOther), through a gate (from firstGate) where rows that fall together
 * share a column.
 */
export interface SideArcs {
  readonly firstOther: number;
  readonly firstGate: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly leaving: readonly (readonly number[])[];
  readonly entering: readonly (readonly number[])[];
}

/** Lists them. O(pairs). */
export function listArcs({ rows, columns, start, column, together }: PairingProblem, of: Shortage["of"]): SideArcs {
  const [firstOther, firstGate] = [of === "rows" ? rows : columns, rows + columns];
  const [from, to]: [number[], number[]] = [[], []];
  const leaving: number[][] = Array.from({ length: firstGate }, () => []);
  const entering: number[][] = Array.from({ length: firstGate }, () => []);
  const join = (tail: number, head: number): void => {
    leaving[tail]!.push(from.push(tail) - 1);
    entering[head]!.push(to.push(head) - 1);
  };
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
      const gate = known ?? leaving.length;
      if (known === undefined) {
        gates.set(key, gate);
        leaving.push([]);
        entering.push([]);
      }
      if (of === "rows" || known === undefined) join(member, gate);
      if (of === "columns" || known === undefined) join(gate, other);
    }
  }
  return { firstOther, firstGate, from, to, leaving, entering };
}
