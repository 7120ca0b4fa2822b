import { addMinutes } from "../tell-time/tell-time.js";

/** One item of an agenda as it is placed: under another, or for itself. */
export interface Placed {
  readonly id: string;
  readonly parentId: string | null;
  readonly minutes: number;
}
/** Where an item stands and when it is its turn, in minutes after the meeting began. */
export interface Clocked {
  /** "2", or "2.1" under it. */
  readonly number: string;
  /** 0 for an item that is under no other. */
  readonly depth: number;
  readonly from: number;
  /** When its own minutes are over, and what is under it begins. */
  readonly to: number;
  /** When what is under it is over as well. */
  readonly end: number;
}
/** So many items may stand under each other. */
export const mostDeep = 3;

/**
 * Number, depth and time of each item of an agenda; the items in their order, those under another right after it. One follows the other without a gap,
 * so that the last one ends with the sum of all minutes. O(n × depth).
 */
export function clockAgenda(items: readonly Placed[]): ReadonlyMap<string, Clocked> {
  const clocked = new Map<string, { number: string; depth: number; from: number; to: number; end: number; below: number }>();
  let [now, tops] = [0, 0];
  for (const { id, parentId, minutes } of items) {
    const parent = clocked.get(parentId ?? "");
    const number = parent ? `${parent.number}.${++parent.below}` : String(++tops);
    const to = now + minutes;
    clocked.set(id, { number, depth: parent ? parent.depth + 1 : 0, from: now, to, end: to, below: 0 });
    for (let above = parentId; above && clocked.has(above); above = items.find((item) => item.id === above)!.parentId) clocked.get(above)!.end = to;
    now = to;
  }
  return clocked;
}

/** What pages and papers say of where an item stands; without a time of the meeting there is none of the item. */
export interface Turn {
  readonly number: string;
  readonly depth: number;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** Items with their turn, by the clock of the meeting. */
export function turnsOf<I extends Placed>(startsAt: string | null, items: readonly I[]): (I & Turn)[] {
  const clocked = clockAgenda(items);
  return items.map((item) => {
    const { number, depth, from, to } = clocked.get(item.id)!;
    return { ...item, number, depth, startsAt: startsAt && addMinutes(startsAt, from), endsAt: startsAt && addMinutes(startsAt, to) };
  });
}

/** The titles a notice has room for: items that are under no other, each with what is under it in brackets. */
export function tellTitles(items: readonly (Placed & { readonly title: string })[]): string[] {
  const under = (id: string): string[] => items.filter(({ parentId }) => parentId === id).flatMap((item) => [item.title, ...under(item.id)]);
  return items
    .filter(({ parentId }) => parentId === null)
    .map(({ id, title }) => {
      const below = under(id);
      return below.length > 0 ? `${title}（${below.join("、")}）` : title;
    });
}
