import type { PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";

/** One side of a pairing seen from its members: what each must get, whom it may be paired with, and how much those others have. */
interface Side {
  readonly least: Int32Array;
  readonly most: Int32Array;
  readonly others: (member: number) => Int32Array;
}

/**
 * Leaves members out of a violated set as long as the rest is still short, dearest to list last in first out, until no single one can be left out.
 * The result lists the members, the others whose places they exhaust, and what is needed and offered. O(passes × degrees), passes ≤ members.
 */
export function shrinkShortage(problem: PairingProblem, of: Shortage["of"], found: readonly number[]): Shortage {
  const side = of === "rows" ? rowSide(problem) : columnSide(problem);
  const set = new ShortSet(side, found);
  let before: number;
  do {
    before = set.members.size;
    for (const member of [...set.members].sort((a, b) => b - a)) set.leaveOut(member);
  } while (set.members.size < before);
  const members = Int32Array.from(set.members).sort();
  const others = set.exhausted();
  const [rows, columns] = of === "rows" ? [members, others] : [others, members];
  return { solved: false, of, rows, columns, need: set.need, offer: set.offer };
}

/** A set of members with its need and the offer of Σ min(pairs into the set, places of the other), kept up to date. */
class ShortSet {
  readonly members = new Set<number>();
  private readonly pairs = new Map<number, number>();
  need = 0;
  offer = 0;

  constructor(
    private readonly side: Side,
    members: readonly number[],
  ) {
    for (const member of members) this.change(member, 1);
  }

  leaveOut(member: number): void {
    this.change(member, -1);
    if (this.need <= this.offer || this.members.size === 0) this.change(member, 1);
  }

  exhausted(): Int32Array {
    return Int32Array.from([...this.pairs].filter(([other, n]) => n > 0 && n >= this.side.most[other]!).map(([other]) => other)).sort();
  }

  private change(member: number, sign: 1 | -1): void {
    if (sign === 1) this.members.add(member);
    else this.members.delete(member);
    this.need += sign * this.side.least[member]!;
    for (const other of this.side.others(member)) {
      const before = this.pairs.get(other) ?? 0;
      this.pairs.set(other, before + sign);
      this.offer += Math.min(before + sign, this.side.most[other]!) - Math.min(before, this.side.most[other]!);
    }
  }
}

function rowSide({ start, column, rowMin, columnMax }: PairingProblem): Side {
  return { least: rowMin, most: columnMax, others: (i) => column.subarray(start[i], start[i + 1]) };
}

function columnSide({ rows, columns, start, column, columnMin, rowMax }: PairingProblem): Side {
  const lists: number[][] = Array.from({ length: columns }, () => []);
  for (let i = 0; i < rows; i++) for (let e = start[i]!; e < start[i + 1]!; e++) lists[column[e]!]!.push(i);
  return { least: columnMin, most: rowMax, others: (j) => Int32Array.from(lists[j]!) };
}
