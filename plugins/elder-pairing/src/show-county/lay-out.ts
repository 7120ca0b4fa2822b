/** Villages and lines as the server gives them. */
export interface CountyFacts {
  readonly villages: readonly {
    readonly path: string;
    readonly name: string;
    readonly town: string;
    readonly east: number | null;
    readonly north: number | null;
    /** Null for whoever has figures of townships alone. */
    readonly pairs: number | null;
    readonly overdue: number | null;
  }[];
  readonly lines: readonly { readonly from: string; readonly to: string; readonly pairs: number }[];
}
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Overdue of the pairs there, from 0 to 1. */
  readonly share: number;
  readonly label: string;
}
export interface Line {
  readonly key: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly pairs: number;
}
/** A township's name, above the middle of its villages. */
export interface TownName {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}
const margin = 14;
/** Between a name and the highest circle below it. */
const above = 4;
/** So that 129 villages leave each other room at 360 pixels. */
const [smallest, largest] = [2, 4.5];

/**
 * Puts villages into a picture at their relative positions, north up, both directions at one scale; the area of a circle is its pairs. A line whose ends are
 * not both known is left out. O(villages · townships + lines).
 */
export function layOut(
  { villages, lines }: CountyFacts,
  size: { readonly width: number; readonly height: number },
): { readonly spots: Spot[]; readonly lines: Line[]; readonly towns: TownName[] } {
  const placed = villages.filter((one) => one.east !== null && one.north !== null);
  if (placed.length === 0) return { spots: [], lines: [], towns: [] };
  const [east, north] = [placed.map((one) => one.east!), placed.map((one) => one.north!)];
  const [left, right, bottom, top] = [Math.min(...east), Math.max(...east), Math.min(...north), Math.max(...north)];
  const scale = Math.min((size.width - 2 * margin) / Math.max(1, right - left), (size.height - 2 * margin) / Math.max(1, top - bottom));
  const round = (n: number): number => Math.round(n * 10) / 10;
  const x = (of: number): number => round(size.width / 2 + (of - (left + right) / 2) * scale);
  const y = (of: number): number => round(size.height / 2 - (of - (bottom + top) / 2) * scale);
  const most = Math.max(1, ...placed.map(({ pairs }) => pairs ?? 0));
  const at = new Map(placed.map((one) => [one.path, { x: x(one.east!), y: y(one.north!) }]));
  return {
    spots: placed.map((one) => ({
      ...at.get(one.path)!,
      radius: round(Math.max(smallest, largest * Math.sqrt((one.pairs ?? 0) / most))),
      share: one.pairs ? Math.min(1, (one.overdue ?? 0) / one.pairs) : 0,
      label: one.pairs === null ? `${one.town} ${one.name}` : `${one.town} ${one.name}：${one.pairs}`,
    })),
    towns: [...new Set(placed.map(({ town }) => town))].map((name) => {
      const theirs = placed.filter(({ town }) => town === name).map(({ path }) => at.get(path)!);
      const [xs, ys] = [theirs.map((one) => one.x), theirs.map((one) => one.y)];
      return { name, x: round((Math.min(...xs) + Math.max(...xs)) / 2), y: round(Math.min(...ys) - largest - above) };
    }),
    lines: lines.flatMap(({ from, to, pairs }) => {
      const [a, b] = [at.get(from), at.get(to)];
      return a && b ? [{ key: `${from} ${to}`, x1: a.x, y1: a.y, x2: b.x, y2: b.y, pairs }] : [];
    }),
  };
}
