/** A cell of a table as it may be shown; null: somebody might be found out from it. */
export type Shown = number | null;
export interface ShownCells<K extends string> {
  readonly cells: Readonly<Record<K, Shown>>;
  readonly total: Shown;
}

const isSmall = (count: number, smallest: number): boolean => count > 0 && count < smallest;

/**
 * Cells of fewer than so many are left out, and with any of them the sum too, since the sum less what is shown would tell them. Nobody is nobody: 0 stays. `of`: of how many
 * each cell is a part, where that stands in the same report; a cell is left out too when the others of them are few. O(cells).
 */
export function hideSmall<K extends string>(counts: Readonly<Record<K, number>>, smallest: number, of?: Readonly<Record<K, number>>): ShownCells<K> {
  const entries = (Object.entries(counts) as [K, number][]).map(([name, count]) => {
    const isTold = isSmall(count, smallest) || (of !== undefined && isSmall(of[name] - count, smallest));
    return [name, isTold ? null : count] as const;
  });
  const sum = (Object.values(counts) as number[]).reduce((all, one) => all + one, 0);
  const isKept = entries.every(([, count]) => count !== null) && !isSmall(sum, smallest);
  return { cells: Object.fromEntries(entries) as Record<K, Shown>, total: isKept ? sum : null };
}
