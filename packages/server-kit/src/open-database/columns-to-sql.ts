import { snake, type Col, type Columns } from "@lianxin/plugin-kit";
import type { ColumnDefinitionBuilder, Kysely } from "kysely";
import { sql } from "kysely";

export type DatabaseKind = "sqlite" | "postgres";

export const sqlType = (column: Col, kind: DatabaseKind): "text" | "integer" | "bigint" =>
  column.kind === "int" ? (kind === "postgres" ? "bigint" : "integer") : column.kind === "bool" ? "integer" : "text";

const define = (column: Col, name: string, own: ReadonlySet<string>) => (definition: ColumnDefinitionBuilder) => {
  let d = column.kind === "id" ? definition.primaryKey() : definition;
  if (!column.optional) d = d.notNull();
  if (column.kind === "bool") d = d.check(sql`${sql.ref(name)} in (0, 1)`);
  if (column.kind === "ref" && column.table && own.has(column.table)) d = d.references(`${column.table}.id`);
  return d;
};

export interface TableOptions {
  readonly unique?: readonly (readonly string[])[];
  readonly checks?: readonly string[];
}

/** Creates a table from its columns; `own` are the tables that get a real foreign key. */
export async function createTable(
  db: Kysely<any>,
  kind: DatabaseKind,
  name: string,
  columns: Columns,
  own: ReadonlySet<string>,
  options: TableOptions = {},
): Promise<void> {
  let builder = db.schema.createTable(name);
  for (const [key, column] of Object.entries(columns)) builder = builder.addColumn(snake(key), sqlType(column, kind), define(column, snake(key), own));
  for (const [i, keys] of (options.unique ?? []).entries()) builder = builder.addUniqueConstraint(`${name}_unique_${i + 1}`, keys.map(snake) as never[]);
  for (const [i, check] of (options.checks ?? []).entries()) builder = builder.addCheckConstraint(`${name}_check_${i + 1}`, sql.raw(check));
  await builder.execute();
}

export async function addColumns(db: Kysely<any>, kind: DatabaseKind, table: string, columns: Columns, own: ReadonlySet<string>): Promise<void> {
  for (const [key, column] of Object.entries(columns))
    await db.schema
      .alterTable(table)
      .addColumn(snake(key), sqlType(column, kind), define({ ...column, optional: true }, snake(key), own))
      .execute();
}
