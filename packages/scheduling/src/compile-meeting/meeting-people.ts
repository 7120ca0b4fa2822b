import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import type { Meeting, QuorumNeed, RoleNeed } from "../problem.js";
import { checkWhole, SchedulingError } from "../scheduling-error.js";

/** A role or quorum with its people as rows of the compiled problem. */
export interface GroupNeed {
  readonly id: string;
  readonly need: number;
  readonly rows: Int32Array;
}

/** A number that nobody is marked with. */
export function nextMark(seen: CompiledProblem["seen"]): number {
  if (seen.mark === 0x3fffffff) {
    seen.rows.fill(0);
    seen.mark = 0;
  }
  return ++seen.mark;
}

/** Rows of people by id. Errors: `unknown-person`, `duplicate-id`, naming the person. */
export function peopleRows(compiled: CompiledProblem, ids: readonly string[], item: string): Int32Array {
  const rows = new Int32Array(ids.length);
  const { seen, people } = compiled;
  const mark = nextMark(seen);
  for (let i = 0; i < ids.length; i++) {
    const row = people.rowOf.get(ids[i]!);
    if (row === undefined) throw new SchedulingError("unknown-person", String(ids[i]), { in: item });
    if (seen.rows[row] === mark) throw new SchedulingError("duplicate-id", ids[i]!, { kind: item });
    seen.rows[row] = mark;
    rows[i] = row;
  }
  return rows;
}

function holdersOf(compiled: CompiledProblem, role: RoleNeed): readonly string[] {
  return role.anyOf ?? compiled.people.all.filter((person) => person.roles?.includes(role.id)).map((person) => person.id);
}

export function readRole(compiled: CompiledProblem, meeting: Meeting, role: RoleNeed): GroupNeed {
  const item = `${meeting.id}.roles.${role.id}`;
  const rows = peopleRows(compiled, holdersOf(compiled, role), item);
  const need = checkWhole(role.need ?? 1, 1, 1_000_000, item);
  if (rows.length < need) throw new SchedulingError("role-without-holders", item, { need, have: rows.length, short: need - rows.length });
  return { id: role.id, need, rows };
}

/** How many members a quorum asks for: exact integers. `gte 2/3` of 45 is 30; `gt 1/2` of 20 is 11. */
export function countQuorum(members: number, atLeast: readonly [number, number], op: "gte" | "gt" = "gte"): number {
  const [numerator, denominator] = atLeast;
  return op === "gt" ? Math.floor((members * numerator) / denominator) + 1 : Math.floor((members * numerator + denominator - 1) / denominator);
}

export function readQuorum(compiled: CompiledProblem, meeting: Meeting, quorum: QuorumNeed): GroupNeed {
  const item = `${meeting.id}.quorums.${quorum.id}`;
  const rows = peopleRows(compiled, quorum.of, item);
  const denominator = checkWhole(quorum.atLeast[1], 1, 1_000_000, item);
  checkWhole(quorum.atLeast[0], 0, denominator, item);
  const need = countQuorum(rows.length, quorum.atLeast, quorum.op);
  if (rows.length === 0 || need > rows.length) throw new SchedulingError("quorum-without-members", item, { need, have: rows.length });
  return { id: quorum.id, need, rows };
}

export function readPreferred(compiled: CompiledProblem, meeting: Meeting): { rows: Int32Array; weights: Int32Array } {
  const preferred = meeting.preferred ?? [];
  const item = `${meeting.id}.preferred`;
  const rows = peopleRows(
    compiled,
    preferred.map((one) => one.person),
    item,
  );
  const weights = new Int32Array(preferred.length);
  for (const [i, { person, weight = 1 }] of preferred.entries())
    weights[i] = Number.isInteger(weight) && weight > 0 && weight <= 1000 ? weight : checkWhole(weight, 1, 1000, `${item}.${person}`);
  return { rows, weights };
}
