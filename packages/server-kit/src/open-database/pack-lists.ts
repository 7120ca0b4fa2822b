import type { CompiledQuery } from "kysely";
import type { DatabaseKind } from "./columns-to-sql.js";
import { jsonOf } from "./pack-rows.js";

/** A long list, or a single mark. */
const tokens = { sqlite: /( not)? in \((\?(?:, \?){31,})\)|\?/g, postgres: /( not)? in \((\$\d+(?:, \$\d+){31,})\)|\$\d+/g };
const sizeOf = (list: string): number => list.split(", ").length;

/** Long lists of a query as one parameter each, so that one text serves a list of any length. O(parameters). */
export function packLists({ sql }: CompiledQuery, parameters: readonly unknown[], kind: DatabaseKind): Pick<CompiledQuery, "sql" | "parameters"> | undefined {
  const kept: unknown[] = [];
  let next = 0;
  const keep = (value: unknown): string => (kept.push(value) && kind === "postgres" ? `$${kept.length}` : "?");
  const packed = sql.replace(tokens[kind], (text: string, not: string | undefined, list: string | undefined) => {
    const from = kind === "postgres" ? Number(/\$(\d+)/.exec(text)?.[1]) - 1 : next;
    const count = list === undefined ? 1 : sizeOf(list);
    next += count;
    const values = parameters.slice(from, from + count);
    if (list === undefined) return keep(values[0]);
    const json = jsonOf(values, values);
    if (json === undefined) return `${not ?? ""} in (${values.map(keep).join(", ")})`;
    if (kind === "sqlite") return `${not ?? ""} in (select value from json_each(${keep(json)}))`;
    return not ? ` != all(${keep(values)})` : ` = any(${keep(values)})`;
  });
  // A mark inside a literal: then the text is not ours to change.
  return next === parameters.length ? { sql: packed, parameters: kept } : undefined;
}
