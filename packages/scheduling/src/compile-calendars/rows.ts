import { erodeRow } from "./bitset.js";

/** Free grains of many people (or venues), one row each, and their possible starts by length, computed when first asked for. */
export interface Rows {
  readonly words: number;
  readonly count: number;
  readonly free: Int32Array;
  readonly starts: Map<number, Starts>;
}

/**
 * Possible starts for one length, word by word: word w of row r is `bits[w * count + r]`, so that a question that reads a few words of many people
 * reads them side by side. `isFresh[row]` is 0 where the calendar has changed since.
 */
export interface Starts {
  readonly count: number;
  readonly bits: Int32Array;
  readonly isFresh: Uint8Array;
}

const MOST_LENGTHS = 12;

export function makeRows(count: number, words: number): Rows {
  return { words, count, free: new Int32Array(count * words), starts: new Map() };
}

/** The possible starts of one row, apart. O(words · log length). */
export function readStarts(rows: Rows, length: number, row: number): Int32Array {
  const bits = rows.free.slice(row * rows.words, (row + 1) * rows.words);
  erodeRow(bits, 0, rows.words, length);
  return bits;
}

function tableFor(rows: Rows, length: number): Starts {
  const known = rows.starts.get(length);
  if (known) return known;
  if (rows.starts.size >= MOST_LENGTHS) rows.starts.delete(rows.starts.keys().next().value!);
  const made = { count: rows.count, bits: new Int32Array(rows.free.length), isFresh: new Uint8Array(rows.count) };
  rows.starts.set(length, made);
  return made;
}

/** The table of starts for meetings of `length` grains, with these rows up to date; at most twelve lengths are kept. */
export function startsFor(rows: Rows, length: number, members: ArrayLike<number>): Starts {
  const table = tableFor(rows, length);
  for (let i = 0; i < members.length; i++) {
    const row = members[i]!;
    if (table.isFresh[row] === 1) continue;
    const bits = readStarts(rows, length, row);
    for (let w = 0; w < bits.length; w++) table.bits[w * rows.count + row] = bits[w]!;
    table.isFresh[row] = 1;
  }
  return table;
}

export function canStart(starts: Starts, row: number, grain: number): boolean {
  return ((starts.bits[(grain >> 5) * starts.count + row]! >>> (grain & 31)) & 1) === 1;
}

/** Forgets the starts of one row after its calendar has changed. */
export function touchRow(rows: Rows, row: number): void {
  for (const table of rows.starts.values()) table.isFresh[row] = 0;
}
