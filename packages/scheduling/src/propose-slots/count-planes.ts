import type { Rows } from "../compile-calendars/rows.js";
import { erodedFor, startsOf } from "../compile-calendars/rows.js";

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
  const height = Math.max(3, 32 - Math.clz32(most)) + 1;
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

function addEight(planes: Planes, s: Int32Array, o: Int32Array, from: number): void {
  const { bits, live } = planes;
  const n = live.length;
  const o0 = o[from]!,
    o1 = o[from + 1]!,
    o2 = o[from + 2]!,
    o3 = o[from + 3]!;
  const o4 = o[from + 4]!,
    o5 = o[from + 5]!,
    o6 = o[from + 6]!,
    o7 = o[from + 7]!;
  for (let i = 0; i < n; i++) {
    const w = live[i]!;
    let a = s[o0 + w]!,
      b = s[o1 + w]!,
      x = bits[i]!,
      u = x ^ a;
    const t0 = (x & a) | (u & b);
    x = u ^ b;
    a = s[o2 + w]!;
    b = s[o3 + w]!;
    u = x ^ a;
    const t1 = (x & a) | (u & b);
    x = u ^ b;
    a = s[o4 + w]!;
    b = s[o5 + w]!;
    u = x ^ a;
    const t2 = (x & a) | (u & b);
    x = u ^ b;
    a = s[o6 + w]!;
    b = s[o7 + w]!;
    u = x ^ a;
    const t3 = (x & a) | (u & b);
    bits[i] = u ^ b;
    x = bits[n + i]!;
    u = x ^ t0;
    const f0 = (x & t0) | (u & t1);
    x = u ^ t1;
    u = x ^ t2;
    const f1 = (x & t2) | (u & t3);
    bits[n + i] = u ^ t3;
    x = bits[n + n + i]!;
    u = x ^ f0;
    bits[n + n + i] = u ^ f1;
    const carry = (x & f0) | (u & f1);
    if (carry !== 0) ripple(planes, i, 3, carry);
  }
}

/** Counts, for every live start, how many of the people in `people` are free for the whole length. O(people · live words · 4.4 operations). */
export function countStarts(rows: Rows, length: number, people: Int32Array, live: Int32Array): Planes {
  return addStarts(rows, length, people, makePlanes(live, people.length));
}

function addStarts(rows: Rows, length: number, people: Int32Array, planes: Planes): Planes {
  const { live } = planes;
  const eroded = erodedFor(rows, length);
  const offsets = new Int32Array(people.length);
  for (let i = 0; i < people.length; i++) offsets[i] = startsOf(rows, eroded, length, people[i]!);
  let at = 0;
  for (; at + 8 <= people.length; at += 8) addEight(planes, eroded.starts, offsets, at);
  for (; at < people.length; at++) for (let i = 0; i < live.length; i++) ripple(planes, i, 0, eroded.starts[offsets[at]! + live[i]!]!);
  return planes;
}

/** As `countStarts`, each person counted with a whole weight (at most 1000). O(people · bits of the weight · live words). */
export function weighStarts(rows: Rows, length: number, people: Int32Array, weights: Int32Array, live: Int32Array): Planes {
  let total = 0;
  for (const weight of weights) total += weight;
  const planes = makePlanes(live, total);
  const eroded = erodedFor(rows, length);
  for (let p = 0; p < people.length; p++) {
    const offset = startsOf(rows, eroded, length, people[p]!);
    for (let plane = 0; weights[p]! >> plane > 0; plane++)
      if ((weights[p]! >> plane) & 1) for (let i = 0; i < live.length; i++) ripple(planes, i, plane, eroded.starts[offset + live[i]!]!);
  }
  return planes;
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
