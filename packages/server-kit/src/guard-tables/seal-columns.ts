import { Placeholder, snake, type Col, type SealedClass } from "@lianxin/plugin-kit";
import { Blinding, JsonText, Sealing } from "../open-database/sealing.js";

type Columns = ReadonlyMap<string, Col>;
/** A row about to be written: value by SQL column name. */
export type Written = ReadonlyMap<string, unknown>;

const isSealed = (column: Col): boolean => column.dataClass === "contact" || column.dataClass === "sensitive";
export const needsWork = (columns: Columns): boolean => [...columns.values()].some((c) => isSealed(c) || c.kind === "json" || c.kind === "blind");

/** What a column's value becomes on its way to the database: sealed, hashed, JSON text, or itself. */
export function storedValue(
  table: string,
  name: string,
  column: Col,
  value: unknown,
  row: unknown,
  subject: { readonly value: unknown } | { readonly column: string },
): unknown {
  if (value === null || value === undefined) return value ?? null;
  if (column.kind === "json") return value instanceof Placeholder ? new JsonText(value) : JSON.stringify(value);
  if (!isSealed(column)) return value;
  return new Sealing(column.dataClass as SealedClass, table, name, row, subject, value);
}

/** The row with its blind columns filled from the values they find. */
export function withBlinds(columns: Columns, written: Written): Map<string, unknown> {
  const filled = new Map(written);
  for (const [name, column] of columns) {
    if (column.kind !== "blind") continue;
    const source = snake(column.finds!);
    if (written.has(source)) filled.set(name, written.get(source) === null ? null : new Blinding(written.get(source)));
  }
  return filled;
}

export const subjectColumn = (column: Col): string => snake(String(column.subject));
