export type SortValue = string | number | null | undefined;
export interface Order {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}
const isMissing = (value: SortValue): value is null | undefined | "" => value === null || value === undefined || value === "";

/** Numbers by size, texts as the language sorts them; what is missing stands last in both directions. Stable, O(n log n). */
export function sortRows<Row>(rows: readonly Row[], valueOf: (row: Row) => SortValue, direction: Order["direction"], collator: Intl.Collator): readonly Row[] {
  const sign = direction === "ascending" ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b));
    return sign * (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b)));
  });
}

/** The order after a press on a column's head: up, then down, then up again. */
export const nextOrder = (order: Order | undefined, column: string): Order => ({
  column,
  direction: order?.column === column && order.direction === "ascending" ? "descending" : "ascending",
});
