/* Tables. A shared module of its own. */
export { DataTable, type Column, type DataTableProps } from "./read-tables/DataTable.js";
export { Pager } from "./read-tables/Pager.js";
export { nextOrder, sortRows, type Order, type SortValue } from "./read-tables/sort-rows.js";
