import {
  BinaryOperationNode,
  AndNode,
  ParensNode,
  ValueNode,
  TableNode,
  AliasNode,
  type InsertQueryNode,
  type OperationNode,
  type UpdateQueryNode,
} from "kysely";

/** The table an insert or update writes, by its SQL name. */
export function tableNameOf(node: InsertQueryNode | UpdateQueryNode): string | undefined {
  const target: OperationNode | undefined = node.kind === "InsertQueryNode" ? node.into : node.table;
  const table = target && AliasNode.is(target) ? target.node : target;
  return table && TableNode.is(table) ? table.table.identifier.name : undefined;
}

const columnNameOf = (node: OperationNode): string | undefined => {
  const column = node.kind === "ReferenceNode" ? (node as unknown as { column: OperationNode }).column : node;
  return column.kind === "ColumnNode" ? (column as unknown as { column: { name: string } }).column.name : undefined;
};

function idIn(node: OperationNode | undefined): unknown {
  if (!node) return undefined;
  if (ParensNode.is(node)) return idIn(node.node);
  if (AndNode.is(node)) return idIn(node.left) ?? idIn(node.right);
  if (!BinaryOperationNode.is(node)) return undefined;
  const isEquality = (node.operator as unknown as { operator?: string }).operator === "=";
  return isEquality && columnNameOf(node.leftOperand) === "id" && ValueNode.is(node.rightOperand) ? node.rightOperand.value : undefined;
}

/** The id an update names in `where("id", "=", id)`, alone or joined by "and". */
export const findRowId = (node: UpdateQueryNode): unknown => idIn(node.where?.where);
