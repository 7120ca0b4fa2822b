import { errors } from "../errors.js";
import { mostDeep } from "./clock-agenda.js";

/** What stands under an item: `under` is its index in the list, above it. */
export interface Nested {
  readonly under?: number | undefined;
}

/**
 * The order of a list whose items name what they stand under: each with what is under it right behind it, by index, with the index of its parent.
 * Throws underWrong where an item stands under itself, a later one or too deep. O(n²).
 */
export function placeItems(items: readonly Nested[]): { readonly index: number; readonly parent: number | null }[] {
  const depths: number[] = [];
  for (const [index, { under }] of items.entries()) {
    const depth = under === undefined ? 0 : (depths[under] ?? mostDeep) + 1;
    if (depth >= mostDeep) throw errors.underWrong({ most: mostDeep }, `body.items.${index}.under`);
    depths.push(depth);
  }
  const from = (parent: number | null): { index: number; parent: number | null }[] =>
    items.flatMap(({ under }, index) => ((under ?? null) === parent ? [{ index, parent }, ...from(index)] : []));
  return from(null);
}
