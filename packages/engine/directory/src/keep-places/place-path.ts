import type { PlaceKind } from "../words.js";

const depth: Readonly<Record<PlaceKind, number>> = { county: 0, town: 1, community: 2, village: 2, grid: 3, compound: 3, group: 3, building: 4 };

/** The path of a place from its parent's path and its own id: eight hex digits of the id's random end, "/" at both sides. */
export const choosePath = (parentPath: string | undefined, id: string): string => `${parentPath ?? "/"}${id.slice(-8)}/`;

/** May a place of one kind lie in a place of another? Grids, compounds and groups lie in each other either way, buildings in nothing but those above. */
export function canHold(parent: PlaceKind, child: PlaceKind): boolean {
  if (depth[parent] < depth[child]) return true;
  return depth[parent] === 3 && depth[child] === 3 && parent !== child;
}

/** Is a path at or below another one? */
export const isWithin = (path: string, above: string): boolean => path.startsWith(above);

/** Every path from the top down to this one, itself included: "/a/b/" gives "/a/" and "/a/b/". O(length). */
export function pathsAbove(path: string): string[] {
  const segments = path.split("/").filter(Boolean);
  return segments.map((_, i) => `/${segments.slice(0, i + 1).join("/")}/`);
}

/** Where a resident of a place has a say: the community or village around it, or the place itself when there is none. */
export function chooseHome(path: string, above: readonly { readonly path: string; readonly kind: string }[]): string {
  const homes = above.filter((p) => (p.kind === "community" || p.kind === "village") && isWithin(path, p.path));
  return homes.sort((a, b) => a.path.length - b.path.length)[0]?.path ?? path;
}
