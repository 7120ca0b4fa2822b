/** Rows of bits in one Int32Array; bit g of a row is grain g, in word `g >> 5`. */

/** Sets (`value` true) or clears the bits `[from, to)` of the row at `offset`. O(words). */
export function fillBits(bits: Int32Array, offset: number, from: number, to: number, value: boolean): void {
  if (from >= to) return;
  const firstWord = from >> 5;
  const lastWord = (to - 1) >> 5;
  const head = -1 << (from & 31);
  const tail = -1 >>> (31 - ((to - 1) & 31));
  if (firstWord === lastWord) return setWord(bits, offset + firstWord, head & tail, value);
  setWord(bits, offset + firstWord, head, value);
  for (let w = firstWord + 1; w < lastWord; w++) bits[offset + w] = value ? -1 : 0;
  setWord(bits, offset + lastWord, tail, value);
}

function setWord(bits: Int32Array, at: number, mask: number, value: boolean): void {
  bits[at] = value ? bits[at]! | mask : bits[at]! & ~mask;
}

export function hasBit(bits: Int32Array, offset: number, grain: number): boolean {
  return ((bits[offset + (grain >> 5)]! >>> (grain & 31)) & 1) === 1;
}

/** The first set bit at or after `from` in `[from, to)`, or `to`. */
export function nextBit(bits: Int32Array, offset: number, from: number, to: number): number {
  for (let grain = from; grain < to;) {
    const rest = bits[offset + (grain >> 5)]! >>> (grain & 31);
    if (rest !== 0) return Math.min(to, grain + (31 - Math.clz32(rest & -rest)));
    grain = (grain | 31) + 1;
  }
  return to;
}

/** `out[i] &= out >> shift`, in place, upwards (each word reads the next one before it changes). */
function andShifted(out: Int32Array, offset: number, words: number, shift: number): void {
  const jump = shift >> 5;
  const right = shift & 31;
  const left = 32 - right;
  for (let i = 0; i < words; i++) {
    const low = i + jump < words ? out[offset + i + jump]! : 0;
    const high = i + jump + 1 < words ? out[offset + i + jump + 1]! : 0;
    out[offset + i]! &= right === 0 ? low : (low >>> right) | (high << left);
  }
}

/** The common case of `andShifted`, 0 < shift < 32, without the branches. */
function andShiftedNear(out: Int32Array, offset: number, words: number, shift: number): void {
  const left = 32 - shift;
  const last = offset + words - 1;
  let here = out[offset]!;
  for (let i = offset; i < last; i++) {
    const next = out[i + 1]!;
    out[i] = here & ((here >>> shift) | (next << left));
    here = next;
  }
  out[last] = here & (here >>> shift);
}

/**
 * Turns free grains into possible starts: bit g stays when g … g+length−1 are all set. O(words · log2 length), by doubling
 * (binary morphological erosion; van Herk's doubling in its word-parallel form).
 */
export function erodeRow(out: Int32Array, offset: number, words: number, length: number): void {
  for (let have = 1; have < length;) {
    const step = Math.min(have, length - have);
    if (step < 32) andShiftedNear(out, offset, words, step);
    else andShifted(out, offset, words, step);
    have += step;
  }
}

export function countBits(bits: Int32Array, offset: number, words: number): number {
  let count = 0;
  for (let i = offset; i < offset + words; i++) count += countWord(bits[i]!);
  return count;
}

/** The bits of one word (Warren, "Hacker's Delight", §5-1). */
export function countWord(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
