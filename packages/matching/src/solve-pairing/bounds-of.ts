/** Least and most of a list, 0 for an empty one; a counted loop, as this runs cold over every pair. */
export function boundsOf(list: ArrayLike<number>): { least: number; most: number } {
  let least = list[0] ?? 0;
  let most = least;
  for (let k = 1; k < list.length; k++) {
    const value = list[k]!;
    if (value < least) least = value;
    else if (value > most) most = value;
  }
  return { least, most };
}

/** The largest absolute value of some lists, at least 1. */
export function largestOf(...lists: readonly (ArrayLike<number> | undefined)[]): number {
  return Math.max(1, ...lists.flatMap((list = []) => Object.values(boundsOf(list)).map(Math.abs)));
}
