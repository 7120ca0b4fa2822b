import { erodeRow } from "./bitset.js";

/** Free grains of many people (or venues), and their possible starts by length, computed when first asked for. */
export interface Rows {
  readonly words: number;
  readonly free: Int32Array;
  readonly eroded: Map<number, Eroded>;
}

/** Possible starts for one length; `isFresh[row]` is 0 where the calendar has changed since. */
export interface Eroded {
  readonly starts: Int32Array;
  readonly isFresh: Uint8Array;
}

const MOST_LENGTHS = 12;

export function makeRows(count: number, words: number): Rows {
  return { words, free: new Int32Array(count * words), eroded: new Map() };
}

/** The table of starts for meetings of `length` grains. Rows are filled by `startsOf`; at most twelve lengths are kept. */
export function erodedFor(rows: Rows, length: number): Eroded {
  const known = rows.eroded.get(length);
  if (known) return known;
  if (rows.eroded.size >= MOST_LENGTHS) rows.eroded.delete(rows.eroded.keys().next().value!);
  const made = { starts: new Int32Array(rows.free.length), isFresh: new Uint8Array(rows.free.length / rows.words) };
  rows.eroded.set(length, made);
  return made;
}

/** Brings the starts of one row up to date and gives its offset in `eroded.starts`. */
export function startsOf(rows: Rows, eroded: Eroded, length: number, row: number): number {
  const offset = row * rows.words;
  if (eroded.isFresh[row] === 0) {
    eroded.starts.set(rows.free.subarray(offset, offset + rows.words), offset);
    erodeRow(eroded.starts, offset, rows.words, length);
    eroded.isFresh[row] = 1;
  }
  return offset;
}

/** Forgets the starts of one row after its calendar has changed. */
export function touchRow(rows: Rows, row: number): void {
  for (const eroded of rows.eroded.values()) eroded.isFresh[row] = 0;
}
