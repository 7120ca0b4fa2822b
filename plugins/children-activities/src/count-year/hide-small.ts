/** A cell of a table as it may be shown; null: somebody might be found out from it. */
export type Shown = number | null;
export interface ShownCells<K extends string> {
  readonly cells: Readonly<Record<K, Shown>>;
  readonly total: Shown;
}

/**
 * Cells of fewer than so many are left out, and with any of them the sum too, since the sum less what is shown would tell them. Nobody is nobody: 0 stays. O(cells).
 */
export function hideSmall<K extends string>(counts: Readonly<Record<K, number>>, smallest: number): ShownCells<K> {
  const hide = (count: number): Shown => (count > 0 && count < smallest ? null : count);
  const entries = (Object.entries(counts) as [K, number][]).map(([name, count]) => [name, hide(count)] as const);
  const sum = (Object.values(counts) as number[]).reduce((all, one) => all + one, 0);
  return { cells: Object.fromEntries(entries) as Record<K, Shown>, total: entries.some(([, count]) => count === null) ? null : hide(sum) };
}
