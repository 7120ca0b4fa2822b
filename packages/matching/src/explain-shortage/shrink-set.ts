/** Something that holds of a set of members, and of every set it is part of. */
export interface SetOf {
  readonly members: readonly number[];
}

/**
 * A set of which it holds while it holds of no part: parts are left out in ever smaller pieces, at last one by one. `test` looks for one among some members.
 * At worst two tests for each member, of the order of k log(n / k) where k remain of n. Source: delta debugging, Zeller & Hildebrandt 2002.
 */
export function shrinkSet<T extends SetOf>(found: T, test: (members: readonly number[]) => T | undefined): T {
  for (let size = Math.ceil(found.members.length / 2); ; size = Math.ceil(size / 2)) {
    for (let at = 0; at < found.members.length && found.members.length > 1;) {
      const smaller = test(found.members.filter((_, k) => k < at || k >= at + size));
      if (smaller === undefined) at += size;
      else found = smaller;
    }
    if (size <= 1) return found;
  }
}
