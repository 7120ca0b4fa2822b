import { snake, type Col, type Table } from "@lianxin/plugin-kit";
import { sqlType } from "../open-database/columns-to-sql.js";
import type { Database } from "../open-database/open-database.js";

const sameType = (declared: string, migrated: string): boolean => {
  const type = migrated.toLowerCase();
  return declared === "bigint" ? type === "int8" || type === "bigint" : declared === "integer" ? type === "int4" || type === "integer" : type === "text";
};

/** Where the declarations and the migrated tables differ, in sentences; empty when they agree. */
export async function compareSchema(database: Database, tables: readonly Table[]): Promise<string[]> {
  const migrated = await database.disarmed(() => database.root.introspection.getTables());
  const byName = new Map(migrated.map((t) => [t.name, t]));
  return tables.flatMap(({ name, columns }) => {
    const found = byName.get(name);
    if (!found) return [`${name}: declared, not migrated`];
    const there = new Map(found.columns.map((c) => [c.name, c]));
    const declared = new Map(Object.entries(columns).map(([key, column]) => [snake(key), column as Col]));
    return [
      ...[...declared].flatMap(([column, spec]) => {
        const real = there.get(column);
        if (!real) return [`${name}.${column}: declared, not migrated`];
        const wanted = sqlType(spec, database.kind);
        if (!sameType(wanted, real.dataType)) return [`${name}.${column}: declared ${wanted}, is ${real.dataType}`];
        return real.isNullable && !spec.optional && spec.kind !== "id" ? [`${name}.${column}: declared not null, may be null`] : [];
      }),
      ...[...there.keys()].filter((column) => !declared.has(column)).map((column) => `${name}.${column}: migrated, not declared (no data class)`),
    ];
  });
}
