import type { CompiledQuery, Insertable, Kysely } from "kysely";
import { handleMarks, Placeholder } from "./prepared.js";

const compiled = new WeakMap<object, Map<string, CompiledQuery>>();
/** SQLite takes 32,766 values in a statement. */
const mostValues = 30_000;

function compileOne(db: Kysely<any>, table: string, names: readonly string[], isSkipping: boolean): CompiledQuery {
  const insert = db.insertInto(table).values(Object.fromEntries(names.map((name) => [name, new Placeholder(name)])));
  return (isSkipping ? insert.onConflict((oc) => oc.doNothing()) : insert).compile();
}

/** Built and checked once for a kind of connection, a table and its columns, whatever the rows. */
function compileOnce(db: Kysely<any>, table: string, names: readonly string[], isSkipping: boolean): CompiledQuery {
  const key = handleMarks.get(db)?.key;
  if (!key) return compileOne(db, table, names, isSkipping);
  const known = compiled.get(key) ?? new Map<string, CompiledQuery>();
  compiled.set(key, known);
  const text = `${table} ${String(isSkipping)} ${names.join()}`;
  const query = known.get(text) ?? compileOne(db, table, names, isSkipping);
  known.set(text, query);
  return query;
}

const bindTo =
  (row: Readonly<Record<string, unknown>>) =>
  (value: unknown): unknown => {
    if (value instanceof Placeholder) return row[value.name] ?? null;
    return typeof value === "object" && value !== null && "bind" in value ? (value as { bind(f: (v: unknown) => unknown): unknown }).bind(bindTo(row)) : value;
  };

type Row = Readonly<Record<string, unknown>>;
/** How a parameter of the statement is read from a row: decided once for all rows, because most are a column's value as it is. */
function readerOf(parameter: unknown): (row: Row) => unknown {
  if (parameter instanceof Placeholder) {
    const { name } = parameter;
    return (row) => row[name] ?? null;
  }
  return (row) => bindTo(row)(parameter);
}

/** How many columns a row has, counted without a list of them. */
function widthOf(row: Row): number {
  let width = 0;
  for (const _ in row) width++;
  return width;
}

/**
 * Puts many rows with the same columns into a table, for hot paths: the statement is built once, the rows go as one parameter. `skips`: a row that is
 * there already, by any unique index, stays as it is. Gives how many went in. Throws TypeError for rows with different columns. O(values).
 */
export async function insertRows<DB, T extends keyof DB & string>(
  db: Kysely<DB>,
  table: T,
  rows: readonly Insertable<DB[T]>[],
  { skips = false }: { readonly skips?: boolean } = {},
): Promise<number> {
  if (rows.length === 0) return 0;
  handleMarks.get(db)?.assertOpen();
  const names = Object.keys(rows[0]!);
  const slice = Math.max(1, Math.floor(mostValues / (names.length + 2)));
  const query = compileOnce(db, table, names, skips);
  const readers = query.parameters.map(readerOf);
  let count = 0;
  for (let from = 0; from < rows.length; from += slice) {
    const some = rows.slice(from, from + slice);
    const values: unknown[] = [];
    for (const row of some as readonly Row[]) {
      if (widthOf(row) !== names.length) throw new TypeError(`Rows for ${table} have different columns.`);
      for (const read of readers) values.push(read(row));
    }
    count += Number((await db.executeQuery({ ...query, parameters: values, rows: some.length } as CompiledQuery)).numAffectedRows ?? 0);
  }
  return count;
}
