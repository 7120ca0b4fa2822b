import type { ComponentChildren } from "preact";
import { useComputed, useSignal } from "@preact/signals";
import { language } from "@lianxin/web-kit";
import "./texts.js";
import { HeadCell } from "./HeadCell.js";
import { Pager } from "./Pager.js";
import { nextOrder, sortRows, type Order, type SortValue } from "./sort-rows.js";

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Given, the head sorts by it. */
  readonly sort?: (row: Row) => SortValue;
  readonly isNumber?: boolean;
  /** On a phone each row is a card: its title, its line of facts, its act at the end, or not shown. "fact" when absent. */
  readonly onPhone?: "title" | "fact" | "act" | "hidden";
}
export interface DataTableProps<Row> {
  /** What the table lists, read aloud; shown above it on demand. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Instead of a table without rows. */
  readonly empty: ComponentChildren;
  readonly startOrder?: Order;
  /** 50 unless told otherwise. */
  readonly pageSize?: number;
}

/** A table for comparing; cards below 48em, never sideways scrolling. Sorts and pages what it was given. */
export function DataTable<Row>({ label, columns, rows, keyOf, empty, startOrder, pageSize = 50 }: DataTableProps<Row>) {
  const order = useSignal(startOrder);
  const page = useSignal(0);
  const collator = useComputed(() => new Intl.Collator(language.value, { numeric: true })).value;
  if (rows.length === 0) return <>{empty}</>;
  const valueOf = columns.find((column) => column.id === order.value?.column)?.sort;
  const sorted = order.value && valueOf ? sortRows(rows, valueOf, order.value.direction, collator) : rows;
  const at = Math.min(page.value, Math.ceil(rows.length / pageSize) - 1);
  const sortBy = (column: string) => {
    order.value = nextOrder(order.value, column);
    page.value = 0;
  };
  return (
    <div class="lx-table-frame">
      <table class="lx-table" role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} order={order.value} onSort={sortBy} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {sorted.slice(at * pageSize, (at + 1) * pageSize).map((row) => (
            <tr role="row" key={keyOf(row)}>
              {columns.map((column) => (
                <td
                  key={column.id}
                  role="cell"
                  data-phone={column.onPhone ?? "fact"}
                  {...(column.isNumber ? { "data-number": true, "data-head": column.head } : {})}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Pager count={rows.length} pageSize={pageSize} at={at} onTurn={(to) => (page.value = to)} />
    </div>
  );
}
