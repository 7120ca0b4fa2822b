import { isFor } from "./compile-day.js";
import type { RotaPerson, RotaPost } from "./rota-problem.js";

/** Posts that are for the same people. */
interface Group {
  readonly post: RotaPost;
  free: number;
}
/** People for whom the same groups are, and how many of them sit in each. */
interface Kind {
  readonly fits: readonly number[];
  readonly seated: number[];
}

function groupPosts(posts: readonly RotaPost[]): Group[] {
  const groups = new Map<string, Group>();
  for (const post of posts) {
    const key = `${post.kind} ${post.isAdultsOnly} ${post.skill ?? ""}`;
    const group = groups.get(key) ?? { post, free: 0 };
    group.free += post.most;
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Seats one more of a kind: where there is room, or where somebody of another kind makes room by moving on. O(kinds · groups). */
function seat(start: Kind, kinds: Iterable<Kind>, groups: readonly Group[]): boolean {
  const [sits, leaves] = [new Map<number, Kind>(), new Map<Kind, number>()];
  const settle = (last: number): true => {
    groups[last]!.free--;
    for (let at = last; ;) {
      const kind = sits.get(at)!;
      kind.seated[at]!++;
      if (kind === start) return true;
      at = leaves.get(kind)!;
      kind.seated[at]!--;
    }
  };
  const waiting = [start];
  for (const kind of waiting)
    for (const group of kind.fits) {
      if (sits.has(group)) continue;
      sits.set(group, kind);
      if (groups[group]!.free > 0) return settle(group);
      for (const other of kinds) {
        if (other === start || leaves.has(other) || other.seated[group] === 0) continue;
        leaves.set(other, group);
        waiting.push(other);
      }
    }
  return false;
}

/**
 * Who serves, by turn: the line is gone through once, and each is taken for whom there is still a seat beside those before. If all of them can be placed,
 * nobody further back would have come sooner in any plan. O(people · kinds of people · kinds of posts).
 */
export function chooseServing(line: readonly RotaPerson[], posts: readonly RotaPost[]): RotaPerson[] {
  const groups = groupPosts(posts);
  const kinds = new Map<string, Kind>();
  return line.filter((person) => {
    const fits = groups.flatMap(({ post }, i) => (isFor(post, person) ? i : []));
    const kind = kinds.get(fits.join()) ?? { fits, seated: groups.map(() => 0) };
    kinds.set(fits.join(), kind);
    return seat(kind, kinds.values(), groups);
  });
}
