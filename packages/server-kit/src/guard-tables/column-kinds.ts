import { snake, type Col, type Columns, type Table, type View } from "@lianxin/plugin-kit";

/** What the platform must know of columns to write and read them: by table in SQL names, and by result name. */
export interface ColumnKinds {
  /** table → column → declaration, SQL names. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, Col>>;
  /** SQL column name → "bool" | "json", the same in every table in reach. */
  readonly mapped: ReadonlyMap<string, "bool" | "json">;
}

const isMapped = (column: Col): column is Col & { kind: "bool" | "json" } => column.kind === "bool" || column.kind === "json";

/** Refuses a name that is a truth value or JSON in one table in reach and something else in another: results are mapped by name. */
export function columnKinds(owner: string, tables: readonly Table[], views: Readonly<Record<string, View>>): ColumnKinds {
  const byTable = new Map<string, Map<string, Col>>();
  const kindOf = new Map<string, string>();
  const mapped = new Map<string, "bool" | "json">();
  const add = (where: string, columns: Columns) => {
    for (const [name, column] of Object.entries(columns)) {
      const sql = snake(name);
      const kind = isMapped(column) ? column.kind : "plain";
      const before = kindOf.get(sql);
      if (before && before !== kind && (before !== "plain" || kind !== "plain"))
        throw new Error(
          `The column name "${name}" is ${kind} in ${where} and ${before} elsewhere in reach of the plugin (${owner}). Maybe give one of them another name.`,
        );
      kindOf.set(sql, kind);
      if (isMapped(column)) mapped.set(sql, column.kind);
    }
    byTable.set(where, new Map(Object.entries(columns).map(([name, column]) => [snake(name), column])));
  };
  for (const { name, columns } of tables) add(name, columns);
  for (const [name, { columns }] of Object.entries(views)) add(name, columns);
  return { tables: byTable, mapped };
}
