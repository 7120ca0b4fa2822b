import {
  ColumnNode,
  PrimitiveValueListNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  type ColumnUpdateNode,
  type InsertQueryNode,
  type KyselyPlugin,
  type OperationNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type RootOperationNode,
  type UpdateQueryNode,
} from "kysely";
import { wrapSealed, type Col } from "@lianxin/plugin-kit";
import type { ColumnKinds } from "./column-kinds.js";
import { findRowId, tableNameOf } from "./read-update.js";
import { needsWork, storedValue, subjectColumn, withBlinds } from "./seal-columns.js";
import { mappedNames, mapRows, ownNames } from "./map-rows.js";

const plainOf = (node: OperationNode): unknown => (ValueNode.is(node) ? node.value : node);

function sealInsert(node: InsertQueryNode, table: string, columns: ReadonlyMap<string, Col>): InsertQueryNode {
  if (!node.columns || !node.values || !ValuesNode.is(node.values))
    throw new Error(`A table with sealed or JSON columns (${table}) is filled by values, not from a select.`);
  const names = node.columns.map((c) => c.column.name);
  const blinds = [...columns].filter(([name, c]) => c.kind === "blind" && !names.includes(name)).map(([name]) => name);
  const all = [...names, ...blinds];
  const rows = node.values.values.map((list) => {
    const values = PrimitiveValueListNode.is(list) ? list.values : (list as ValueListNode).values.map(plainOf);
    const written = withBlinds(columns, new Map(names.map((name, i) => [name, values[i]])));
    const stored = all.map((name) => storeInserted(table, name, columns.get(name), written));
    return stored.some((v) => isNode(v))
      ? ValueListNode.create(stored.map((v) => (isNode(v) ? v : ValueNode.create(v))))
      : PrimitiveValueListNode.create(stored);
  });
  return { ...node, columns: all.map((name) => ColumnNode.create(name)), values: ValuesNode.create(rows) };
}

const isNode = (value: unknown): value is OperationNode =>
  typeof value === "object" && value !== null && "kind" in value && String((value as OperationNode).kind).endsWith("Node");

function storeInserted(table: string, name: string, column: Col | undefined, written: ReadonlyMap<string, unknown>): unknown {
  const value = written.get(name) ?? null;
  if (!column || isNode(value)) return value;
  return storedValue(table, name, column, value, written.get("id"), { value: column.subject ? written.get(subjectColumn(column)) : undefined });
}

function sealUpdate(node: UpdateQueryNode, table: string, columns: ReadonlyMap<string, Col>): UpdateQueryNode {
  const updates = node.updates ?? [];
  const nameOf = (u: ColumnUpdateNode) => (u.column as ColumnNode).column.name;
  const written = withBlinds(columns, new Map(updates.map((u) => [nameOf(u), plainOf(u.value)])));
  const row = findRowId(node);
  const sealed = [...written].map(([name, value]): ColumnUpdateNode => {
    const column = columns.get(name);
    const set = (v: unknown): ColumnUpdateNode => ({ kind: "ColumnUpdateNode", column: ColumnNode.create(name), value: isNode(v) ? v : ValueNode.create(v) });
    if (!column || isNode(value)) return set(value);
    const subject =
      column.subject && written.has(subjectColumn(column))
        ? { value: written.get(subjectColumn(column)) }
        : { column: column.subject ? subjectColumn(column) : "id" };
    const stored = storedValue(table, name, column, value, row, subject);
    if (stored !== value && row === undefined && column.kind !== "json")
      throw new Error(`Sealed columns of ${table} are changed one row at a time: add where("id", "=", …).`);
    return set(stored);
  });
  return { ...node, updates: sealed };
}

function transform(node: RootOperationNode, kinds: ColumnKinds): RootOperationNode {
  if (node.kind !== "InsertQueryNode" && node.kind !== "UpdateQueryNode") return node;
  const table = tableNameOf(node);
  const columns = table ? kinds.tables.get(table) : undefined;
  if (!table || !columns || !needsWork(columns)) return node;
  return node.kind === "InsertQueryNode" ? sealInsert(node, table, columns) : sealUpdate(node, table, columns);
}

/** Between the camel-case plugin and the guard: seals, hashes and writes JSON on the way in; wraps, reads JSON and truth values on the way out. */
export function columnPlugin(kinds: ColumnKinds): KyselyPlugin {
  const own = ownNames(kinds.mapped);
  const results = new WeakMap<object, ReadonlyMap<string, "bool" | "json">>();
  return {
    transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
      results.set(queryId, mappedNames(node, kinds.mapped, own));
      return transform(node, kinds);
    },
    async transformResult({ result, queryId }: PluginTransformResultArgs) {
      mapRows(result.rows as Record<string, unknown>[], results.get(queryId) ?? own, wrapSealed);
      return result;
    },
  };
}
