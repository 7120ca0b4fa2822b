/** What ordering needs to know of a place. */
export interface Placed {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}
export type Ordered<P> = P & { readonly depth: number };

const numerals = "零一二三四五六七八九十";
/** "第二网格" as "第02网格", so that it comes before the third and after the first; up to ninety-nine. */
const withDigits = (name: string): string =>
  name.replace(/[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]/g, (word) => {
    const [tens = "", units = ""] = word.includes("十") ? word.split("十") : ["0", word];
    return String((word.includes("十") ? numerals.indexOf(tens || "一") * 10 : 0) + Math.max(0, numerals.indexOf(units))).padStart(2, "0");
  });

/** Places as people read a tree: each below its parent, brothers by number and then by pinyin. Those whose parent is not among them stand on top. O(n log n). */
export function orderPlaces<P extends Placed>(places: readonly P[]): Ordered<P>[] {
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  const known = new Set(places.map((place) => place.id));
  const children = new Map<string | null, P[]>();
  for (const place of places) {
    const above = place.parentId !== null && known.has(place.parentId) ? place.parentId : null;
    children.set(above, [...(children.get(above) ?? []), place]);
  }
  const walk = (above: string | null, depth: number): Ordered<P>[] =>
    [...(children.get(above) ?? [])]
      .sort((one, other) => collator.compare(withDigits(one.name), withDigits(other.name)))
      .flatMap((place) => [{ ...place, depth }, ...walk(place.id, depth + 1)]);
  return walk(null, 0);
}

/** The ids of a place and everything above it, as far as it is known. */
export function idsAbove(places: readonly Placed[], id: string): ReadonlySet<string> {
  const parents = new Map(places.map((place) => [place.id, place.parentId]));
  const above = new Set<string>();
  for (let at: string | null | undefined = id; at && parents.has(at) && !above.has(at); at = parents.get(at)) above.add(at);
  return above;
}

/** "和平苑 3栋": what lies in a compound or group is told with its name, since every compound has a third building. */
export const fullNameOf = (place: { readonly name: string; readonly kind: string }, parentName: string | null | undefined): string =>
  parentName && (place.kind === "building" || place.kind === "group") ? `${parentName} ${place.name}` : place.name;
