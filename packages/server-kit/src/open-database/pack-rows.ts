import { PrimitiveValueListNode, ValuesNode, type CompiledQuery, type InsertQueryNode } from "kysely";
import type { DatabaseKind } from "./columns-to-sql.js";

/** Fewer rows are as quick with a parameter for each value. */
const fewest = 8;
/** What JSON would carry differently from a parameter: a zero byte, half a surrogate pair. */
const unfit = /\\u(0000|d[89a-f])/;

/** The text of a list of values, or undefined when JSON would change one of them. */
export function jsonOf(values: readonly unknown[], whole: unknown): string | undefined {
  for (const value of values)
    if (typeof value === "number" ? !Number.isSafeInteger(value) : typeof value !== "string" && value !== null && value !== undefined) return undefined;
  const text = JSON.stringify(whole);
  return unfit.test(text) ? undefined : text;
}

interface Shape {
  readonly columns: readonly string[];
  /** How many rows the text has, and how many the parameters make. */
  readonly written: number;
  readonly rows: number;
}

/** Says that the parameters make so many rows, though the text has one: insertRows builds its text once. */
const saidRows = (query: CompiledQuery): number | undefined => (query as { readonly rows?: number }).rows;

function shapeOf(node: InsertQueryNode, count: number, said: number | undefined): Shape | undefined {
  const lists = node.values && ValuesNode.is(node.values) ? node.values.values : [];
  if (!node.columns || lists.length === 0 || !lists.every((list) => PrimitiveValueListNode.is(list))) return undefined;
  const [columns, rows] = [node.columns.map(({ column }) => column.name), said ?? lists.length];
  return count === rows * columns.length ? { columns, written: lists.length, rows } : undefined;
}

const mark = (kind: DatabaseKind, number: number): string => (kind === "postgres" ? `$${number}` : "?");
const group = (kind: DatabaseKind, row: number, width: number): string =>
  `(${Array.from({ length: width }, (_, i) => mark(kind, row * width + i + 1)).join(", ")})`;
const groups = (kind: DatabaseKind, rows: number, width: number): string => Array.from({ length: rows }, (_, row) => group(kind, row, width)).join(", ");

/** `insert into "t" ("a", "b"` and what follows the values. */
function cut(sql: string, kind: DatabaseKind, { columns, written }: Shape): readonly [string, string] | undefined {
  const at = sql.indexOf(") values (");
  const values = groups(kind, written, columns.length);
  const from = at + ") values ".length;
  return at > 0 && sql.startsWith(values, from) ? [sql.slice(0, at), sql.slice(from + values.length)] : undefined;
}

const rowsOf = (parameters: readonly unknown[], width: number): unknown[][] =>
  Array.from({ length: parameters.length / width }, (_, i) => parameters.slice(i * width, (i + 1) * width));

const isSame = (lists: readonly (readonly unknown[])[], i: number): boolean => lists.every((list) => list[i] === lists[0]![i]);

/** A column in which all rows have one value goes as that value: taking a value out of each row's JSON is most of what an insert costs. */
function packForSqlite(columns: readonly string[], lists: readonly (readonly unknown[])[]) {
  const isOne = columns.map((_, i) => isSame(lists, i));
  const others = columns.flatMap((_, i) => (isOne[i] ? [] : [i]));
  const values = columns.map((_, i) => (isOne[i] ? "?" : `json_extract(value, '$[${others.indexOf(i)}]')`));
  return {
    select: `select ${values.join(", ")} from json_each(?) where true`,
    whole: lists.map((list) => others.map((i) => list[i])),
    first: columns.flatMap((_, i) => (isOne[i] ? [lists[0]![i] ?? null] : [])),
  };
}

function packForPostgres(head: string, columns: readonly string[], lists: readonly (readonly unknown[])[]) {
  const table = head.slice("insert into ".length, head.indexOf(" ("));
  return {
    select: `select ${columns.map((name) => `"${name}"`).join(", ")} from json_populate_recordset(null::${table}, $1::json)`,
    whole: lists.map((list) => Object.fromEntries(columns.map((name, i) => [name, list[i] ?? null]))),
    first: [],
  };
}

/**
 * The rows of an insert as one JSON parameter: binding thousands of values one by one cost more than the rest of the statement, and one text serves
 * any number of rows. What JSON cannot carry goes as it is. O(values).
 */
export function packRows(query: CompiledQuery, parameters: readonly unknown[], kind: DatabaseKind): Pick<CompiledQuery, "sql" | "parameters"> | undefined {
  const shape = shapeOf(query.query as InsertQueryNode, parameters.length, saidRows(query));
  if (!shape || (shape.rows === shape.written && shape.rows < fewest)) return undefined;
  const [head, tail] = cut(query.sql, kind, shape) ?? [];
  if (head === undefined) return undefined;
  const { columns, rows } = shape;
  if (rows >= fewest) {
    const lists = rowsOf(parameters, columns.length);
    const { select, whole, first } = kind === "sqlite" ? packForSqlite(columns, lists) : packForPostgres(head, columns, lists);
    const text = jsonOf(parameters, whole);
    if (text !== undefined) return { sql: `${head}) ${select}${tail}`, parameters: [...first, text] };
  }
  return rows === shape.written ? undefined : { sql: `${head}) values ${groups(kind, rows, columns.length)}${tail}`, parameters };
}
