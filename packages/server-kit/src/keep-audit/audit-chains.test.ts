import fc from "fast-check";
import { expect, test } from "vitest";
import { AuditChains } from "./audit-chains.js";
import { chainStart, checkRow } from "./check-row.js";
import { hashRow, type AuditRow, type ChainHead } from "./hash-row.js";
import { aDraft, auditPorts } from "./test-audit.js";

const seed = 20260909;
const drafts = (count: number) => Array.from({ length: count }, (_, i) => aDraft({ target: `shift-${i}` }));
const problemsOf = (rows: readonly AuditRow[]): readonly string[] => {
  let before: ChainHead = chainStart(rows[0]!.writer);
  return rows.flatMap((row) => {
    const problems = checkRow(before, row);
    before = row;
    return problems;
  });
};

test("continues a chain only once its last rows are committed", () => {
  const chains = new AuditChains(auditPorts());

  const first = chains.plan(drafts(2));
  first.committed();
  const second = chains.plan(drafts(1));
  const meanwhile = chains.plan(drafts(1));

  expect(second.rows[0]).toMatchObject({ writer: first.rows[0]!.writer, sequence: 3, previousHash: first.rows[1]!.hash });
  expect(meanwhile.rows[0]).toMatchObject({ sequence: 1, previousHash: "" });
  expect(meanwhile.rows[0]!.writer).not.toBe(first.rows[0]!.writer);
});

test("never continues a chain whose commit is in doubt", () => {
  const chains = new AuditChains(auditPorts());
  const lost = chains.plan(drafts(1));

  const next = chains.plan(drafts(1));

  expect(next.rows[0]!.writer).not.toBe(lost.rows[0]!.writer);
});

test("gives a chain back once, however often it hears of the commit", () => {
  const chains = new AuditChains(auditPorts());
  const first = chains.plan(drafts(1));
  first.committed();
  first.committed();

  const writers = [chains.plan(drafts(1)), chains.plan(drafts(1))].map(({ rows }) => rows[0]!.writer);

  expect(new Set(writers).size).toBe(2);
});

test("plans whole chains under any order of commits and losses", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ count: fc.integer({ min: 0, max: 3 }), fate: fc.constantFrom("now", "later", "never") }), { maxLength: 30 }), (steps) => {
      const chains = new AuditChains(auditPorts());
      const later: (() => void)[] = [];
      const written: AuditRow[] = [];
      for (const { count, fate } of steps) {
        const plan = chains.plan(drafts(count));
        if (fate === "never") continue;
        written.push(...plan.rows);
        if (fate === "now") plan.committed();
        else later.push(plan.committed);
        if (later.length > 2) later.shift()!();
      }

      expect(groupByWriter(written).flatMap(problemsOf)).toEqual([]);
    }),
    { seed },
  );
});

const groupByWriter = (rows: readonly AuditRow[]): AuditRow[][] =>
  [...new Set(rows.map(({ writer }) => writer))].map((writer) => rows.filter((row) => row.writer === writer));

test("notices any change to any column of any row", () => {
  const { rows } = new AuditChains(auditPorts()).plan(drafts(4));
  const columns = Object.keys(rows[0]!) as (keyof AuditRow)[];

  fc.assert(
    fc.property(fc.nat(3), fc.constantFrom(...columns), fc.nat(), (at, column, n) => {
      const value = rows[at]![column];
      const changed = typeof value === "number" ? value + 1 + (n % 9) : typeof value === "string" && value.length > 0 ? flipped(value, n) : "x";

      const tampered = rows.map((row, i) => (i === at ? { ...row, [column]: changed } : row));

      // A row that claims another writer leaves its own chain with a gap, which only the walk over all chains sees.
      if (column === "writer") expect(hashRow(tampered[at]!)).not.toBe(tampered[at]!.hash);
      else expect(problemsOf(tampered)).not.toEqual([]);
    }),
    { seed },
  );
});

const flipped = (text: string, n: number): string => {
  const i = n % text.length;
  return text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) ^ 1) + text.slice(i + 1);
};

test("notices a row taken out and two rows swapped, even when their numbers are made to fit", () => {
  const { rows } = new AuditChains(auditPorts()).plan(drafts(4));
  const [a, b, c, d] = rows as [AuditRow, AuditRow, AuditRow, AuditRow];

  expect(problemsOf([a, c, d])).toEqual(["rowMissing"]);
  expect(problemsOf([a, { ...c, sequence: 2 }, { ...b, sequence: 3 }, d])).toContain("chainBroken");
  expect(problemsOf([a, rehashed({ ...c, sequence: 2 }), d])).toEqual(["chainBroken", "rowMissing"]);
});

const rehashed = (row: AuditRow): AuditRow => ({ ...row, hash: hashRow(row) });

test("refuses a detail that is no JSON before anything is planned", () => {
  const chains = new AuditChains(auditPorts());

  expect(() => chains.plan([aDraft({ detail: { count: NaN } })])).toThrow(TypeError);
});
