import { AliasNode, IdentifierNode, type OperationNode, type RootOperationNode } from "kysely";

type Mapped = ReadonlyMap<string, "bool" | "json">;
const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const columnOf = (node: OperationNode | undefined): string | undefined => {
  const n = node as { kind?: string; column?: any; selection?: OperationNode } | undefined;
  if (n?.kind === "SelectionNode") return columnOf(n.selection);
  if (n?.kind === "ReferenceNode") return columnOf(n.column);
  return n?.kind === "ColumnNode" ? n.column.name : undefined;
};

/** The columns' own names as results have them. */
export const ownNames = (mapped: Mapped): Mapped => new Map([...mapped].map(([name, kind]) => [camel(name), kind]));

/** Which names of a result are truth values or JSON: `own`, and the aliases this query gives them. */
export function mappedNames(node: RootOperationNode, mapped: Mapped, own: Mapped): Mapped {
  let names: Map<string, "bool" | "json"> | undefined;
  const selections = (node as { selections?: readonly { selection: OperationNode }[] }).selections ?? [];
  for (const { selection } of selections) {
    if (!AliasNode.is(selection) || !IdentifierNode.is(selection.alias)) continue;
    const kind = mapped.get(columnOf(selection.node) ?? "");
    const alias = camel(selection.alias.name);
    if (kind === own.get(alias)) continue;
    names ??= new Map(own);
    if (kind) names.set(alias, kind);
    else names.delete(alias);
  }
  return names ?? own;
}

/** Changes rows in place: 0/1 to a truth value, JSON text to its value, sealed text to a Classified. */
export function mapRows(rows: readonly Record<string, unknown>[], names: Mapped, wrap: (value: unknown) => unknown): void {
  for (const row of rows)
    for (const key in row) {
      const value = row[key];
      const kind = names.get(key);
      if (kind === "bool" && typeof value === "number") row[key] = value !== 0;
      else if (kind === "json" && typeof value === "string") row[key] = JSON.parse(value, (_, v: unknown) => wrap(v));
      else if (typeof value === "string") row[key] = wrap(value);
    }
}
