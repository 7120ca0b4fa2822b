import type { PairingProblem } from "@lianxin/matching/integers";
import { createRandom } from "./random-numbers.js";

/** Size of a roster: people, shifts, how many shifts each person is available for, how many heads a shift wants at least. */
export interface RosterShape {
  readonly people: number;
  readonly shifts: number;
  readonly available: number;
  readonly heads: number;
}

/**
 * A roster: every shift has two roles, a leader (exactly one) and members (heads … heads + 3); a quarter of the people can lead, and are offered as leaders
 * for one in three of the shifts they are available for; everyone may be called up to three times, and fairness over past service makes each further
 * call dearer. Costs are distances; filling a member place beyond the least number is welcome (−300). Rows are roles, columns people.
 */
export function makeRoster({ people, shifts, available, heads }: RosterShape, seed: number): PairingProblem {
  const random = createRandom(seed);
  const lists: { column: number; cost: number }[][] = Array.from({ length: 2 * shifts }, () => []);
  for (let j = 0; j < people; j++) {
    const leads = random() < 0.25;
    const own = new Set<number>();
    while (own.size < available) own.add(Math.floor(random() * shifts));
    for (const shift of own) lists[2 * shift + (leads && random() < 1 / 3 ? 0 : 1)]!.push({ column: j, cost: Math.round(random() * 3_000) - 300 });
  }
  const pairs = lists.flat();
  const start = new Int32Array(2 * shifts + 1);
  lists.forEach((list, i) => (start[i + 1] = start[i]! + list.length));
  const isLead = (i: number) => i % 2 === 0;
  return {
    rows: 2 * shifts,
    columns: people,
    start,
    column: Int32Array.from(pairs, (p) => p.column),
    cost: Int32Array.from(pairs, (p) => p.cost),
    rowMin: Int32Array.from(lists, (_list, i) => (isLead(i) ? 1 : heads)),
    rowMax: Int32Array.from(lists, (_list, i) => (isLead(i) ? 1 : heads + 3)),
    columnMin: new Int32Array(people),
    columnMax: new Int32Array(people).fill(3),
    step: Int32Array.from({ length: people }, () => Math.floor(random() * 8)).reduce<Int32Array>(
      (steps, served, j) => {
        for (let k = 0; k < 3; k++) steps[3 * j + k] = 20 * (2 * (served + k) + 1);
        return steps;
      },
      new Int32Array(3 * people),
    ),
  };
}
