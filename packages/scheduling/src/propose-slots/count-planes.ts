import { countWord } from "../compile-calendars/bitset.js";
import type { Rows } from "../compile-calendars/rows.js";
import { startsFor } from "../compile-calendars/rows.js";

/**
 * Counts, one per bit position: plane k holds bit k of every count. `live` lists the words that are counted; position i of a plane is word `live[i]`.
 * Adding 8 rows costs 7 carry-save adders a word (Harley–Seal; Warren, "Hacker's Delight", §5-1; Muła, Kurz, Lemire, "Faster population counts").
 */
export interface Planes {
  readonly live: Int32Array;
  readonly bits: Int32Array;
  readonly height: number;
}

export function makePlanes(live: Int32Array, most: number): Planes {
  const height = Math.max(4, 32 - Math.clz32(most)) + 1;
  return { live, bits: new Int32Array(height * live.length), height };
}

/** Adds `carry` into the counts of word position `i` at plane `k` and above. */
function ripple(planes: Planes, i: number, plane: number, carry: number): void {
  const { bits, live } = planes;
  for (let at = plane * live.length + i, left = carry; left !== 0; at += live.length) {
    const old = bits[at]!;
    bits[at] = old ^ left;
    left &= old;
  }
}

/** Adds the rows at `offsets` of one column into the counts of word position `i`, eight at a time. */
function addColumn(planes: Planes, i: number, s: Int32Array, base: number, people: Int32Array): void {
  const { bits, live } = planes;
  let ones = 0;
  let twos = 0;
  let fours = 0;
  let eights = 0;
  let sixteens = 0;
  let at = 0;
  for (; at + 8 <= people.length; at += 8) {
    let a = s[base + people[at]!]!;
    let b = s[base + people[at + 1]!]!;
    let u = ones ^ a;
    const t0 = (ones & a) | (u & b);
    ones = u ^ b;
    a = s[base + people[at + 2]!]!;
    b = s[base + people[at + 3]!]!;
    u = ones ^ a;
    const t1 = (ones & a) | (u & b);
    ones = u ^ b;
    a = s[base + people[at + 4]!]!;
    b = s[base + people[at + 5]!]!;
    u = ones ^ a;
    const t2 = (ones & a) | (u & b);
    ones = u ^ b;
    a = s[base + people[at + 6]!]!;
    b = s[base + people[at + 7]!]!;
    u = ones ^ a;
    const t3 = (ones & a) | (u & b);
    ones = u ^ b;
    u = twos ^ t0;
    const f0 = (twos & t0) | (u & t1);
    twos = u ^ t1;
    u = twos ^ t2;
    const f1 = (twos & t2) | (u & t3);
    twos = u ^ t3;
    u = fours ^ f0;
    const e = (fours & f0) | (u & f1);
    fours = u ^ f1;
    u = eights & e;
    eights ^= e;
    const s0 = sixteens & u;
    sixteens ^= u;
    if (s0 !== 0) ripple(planes, i, 5, s0);
  }
  bits[i] = ones;
  bits[live.length + i] = twos;
  bits[2 * live.length + i] = fours;
  bits[3 * live.length + i] = eights;
  bits[4 * live.length + i] = sixteens;
  for (; at < people.length; at++) ripple(planes, i, 0, s[base + people[at]!]!);
}

/** Counts, for every live start, how many of the people in `people` are free for the whole length. O(people · live words · 4.4 operations). */
export function countStarts(rows: Rows, length: number, people: Int32Array, live: Int32Array): Planes {
  const planes = makePlanes(live, people.length);
  const { bits, count } = startsFor(rows, length, people);
  for (let i = 0; i < live.length; i++) addColumn(planes, i, bits, live[i]! * count, people);
  return planes;
}

/** Adds `word` so many times into the counts of word position `i`, beginning at a plane. */
function addTimes(planes: Planes, i: number, plane: number, word: number, times: number): void {
  for (let at = plane, left = times; left > 0 && word !== 0; at++, left = Math.floor(left / 2)) if (left % 2 === 1) ripple(planes, i, at, word);
}

/** A count to be taken so many times; it is at most `most`. */
export interface Multiple {
  readonly planes: Planes;
  readonly times: number;
  readonly most: number;
}

/** The sum of counts, each taken so many times. O(planes · bits of the factors · live words). */
export function combinePlanes(live: Int32Array, parts: readonly Multiple[]): Planes {
  if (parts.length === 1 && parts[0]!.times === 1) return parts[0]!.planes;
  const sum = makePlanes(
    live,
    parts.reduce((most, part) => most + part.times * part.most, 0),
  );
  for (const { planes, times } of parts)
    for (let plane = 0; plane < planes.height; plane++)
      for (let i = 0; i < live.length; i++) addTimes(sum, i, plane, planes.bits[plane * live.length + i]!, times);
  return sum;
}

/** As `countStarts`, each person counted with a whole weight (at most 1000). O(people · live words) for each bit that weights have. */
export function weighStarts(rows: Rows, length: number, people: Int32Array, weights: Int32Array, live: Int32Array): Planes {
  let used = 0;
  for (let p = 0; p < weights.length; p++) used |= weights[p]!;
  if (used === 1) return countStarts(rows, length, people, live);
  const parts: Multiple[] = [];
  for (let times = 1; times <= used; times *= 2) {
    const some = people.filter((_, p) => (weights[p]! & times) !== 0);
    if (some.length > 0) parts.push({ planes: countStarts(rows, length, some, live), times, most: some.length });
  }
  return combinePlanes(live, parts);
}

/**
 * Takes out of `rest` the bits whose count is largest, at least `least` of them (all that tie with the last, all there are when there are fewer).
 * O(planes · live words); the descent over bit slices of O'Neil and Quass, "Improved query performance with variant indexes", 1997.
 */
export function takeLargest({ live, bits, height }: Planes, rest: Int32Array, least: number): Int32Array {
  const n = rest.length;
  const more = new Int32Array(n);
  const same = rest.slice();
  for (let at = (height - 1) * live.length; at >= 0; at -= live.length) {
    let size = 0;
    for (let i = 0; i < n; i++) size += countWord(more[i]! | (same[i]! & bits[at + i]!));
    for (let i = 0; i < n; i++) {
      const slice = same[i]! & bits[at + i]!;
      if (size < least) {
        more[i]! |= slice;
        same[i]! &= ~slice;
      } else same[i] = slice;
    }
  }
  for (let i = 0; i < n; i++) {
    more[i]! |= same[i]!;
    rest[i]! &= ~more[i]!;
  }
  return more;
}

/** Bits of the word at live position `i` whose count is at least `need`. */
export function atLeast(planes: Planes, i: number, need: number): number {
  let isMore = 0;
  let isSame = -1;
  for (let plane = planes.height - 1; plane >= 0; plane--) {
    const bits = planes.bits[plane * planes.live.length + i]!;
    if ((need >> plane) & 1) isSame &= bits;
    else {
      isMore |= isSame & bits;
      isSame &= ~bits;
    }
  }
  return isMore | isSame;
}

/** The count at bit `bit` of the word at live position `i`. */
export function countAt(planes: Planes, i: number, bit: number): number {
  let count = 0;
  for (let plane = 0, at = i; plane < planes.height; plane++, at += planes.live.length) count |= ((planes.bits[at]! >>> bit) & 1) << plane;
  return count;
}
