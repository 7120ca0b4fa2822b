import { Icon } from "@lianxin/web-kit";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide";
import type { Order } from "./sort-rows.js";

interface HeadCellProps {
  readonly column: { readonly id: string; readonly head: string; readonly sort?: unknown; readonly isNumber?: boolean };
  readonly order: Order | undefined;
  readonly onSort: (column: string) => void;
}
const arrows = { ascending: ArrowUp, descending: ArrowDown };

/** A column's head; a button when the column sorts. */
export function HeadCell({ column, order, onSort }: HeadCellProps) {
  const direction = order?.column === column.id ? order.direction : undefined;
  const number = column.isNumber ? { "data-number": true } : {};
  /* A column of verbs has no heading: an empty one would be read aloud as one. */
  if (column.head === "") return <td role="cell" {...number} />;
  if (!column.sort)
    return (
      <th scope="col" role="columnheader" {...number}>
        {column.head}
      </th>
    );
  return (
    <th scope="col" role="columnheader" aria-sort={direction ?? "none"} {...number}>
      <button type="button" onClick={() => onSort(column.id)}>
        {column.head}
        <Icon node={direction ? arrows[direction] : ChevronsUpDown} size={16} />
      </button>
    </th>
  );
}
