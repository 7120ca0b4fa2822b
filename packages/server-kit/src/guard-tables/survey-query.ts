import type { OperationNode } from "kysely";

const targets: Readonly<Record<string, string>> = { InsertQueryNode: "into", UpdateQueryNode: "table", DeleteQueryNode: "from" };

export interface Survey {
  readonly tables: string[];
  readonly written: string[];
  readonly ctes: Set<string>;
  hasRawText: boolean;
}

/** Every table a query tree names, which of them it writes, its CTEs, and whether it holds raw text. O(nodes). */
export function surveyQuery(node: unknown, seen: Survey = { tables: [], written: [], ctes: new Set(), hasRawText: false }): Survey {
  if (Array.isArray(node)) {
    for (const child of node) surveyQuery(child, seen);
    return seen;
  }
  if (!node || typeof node !== "object" || !("kind" in node)) return seen;
  const n = node as OperationNode & Record<string, any>;
  if (n.kind === "ValueNode" || n.kind === "PrimitiveValueListNode") return seen;
  if (n.kind === "ReferenceNode") return surveyQuery(n.column, seen);
  if (n.kind === "CommonTableExpressionNameNode") {
    seen.ctes.add(n.table.table.identifier.name);
    return seen;
  }
  if (n.kind === "TableNode") seen.tables.push([n.table.schema?.name, n.table.identifier.name].filter(Boolean).join("."));
  if (n.kind === "RawNode") seen.hasRawText = true;
  const target = targets[n.kind];
  if (target) seen.written.push(...surveyQuery(n[target]).tables);
  for (const [key, child] of Object.entries(n)) if (key !== "kind") surveyQuery(child, seen);
  return seen;
}

export const writesRows = (kind: string): boolean => kind in targets;
