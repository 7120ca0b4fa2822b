import { countBits } from "../compile-calendars/bitset.js";
import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import type { CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import { countAt, weighStarts, type Planes } from "./count-planes.js";
import type { OpenStarts } from "./open-starts.js";

/** What tells open starts apart. */
export interface StartValues {
  readonly starts: Int32Array;
  /** Weight of the preferred people who are missing at each start; empty when there are none. */
  readonly missing: Int32Array;
  /** How many members of each quorum are there at each start. */
  readonly have: readonly Int32Array[];
}

/** Counts the weight of the preferred people who are free, when some level counts it. O(preferred · live words). */
export function countPreferred(
  compiled: CompiledProblem,
  { preferred, weights, length }: CompiledMeeting,
  open: OpenStarts,
  levels: readonly { readonly ofMissing: number }[],
): Planes | undefined {
  return levels.some((level) => level.ofMissing > 0) ? weighStarts(compiled.people.rows, length, preferred, weights, open.live) : undefined;
}

/** Every open start, as bits for each of `open.live`. */
export function openBits({ live, starts }: OpenStarts): Int32Array {
  const bits = new Int32Array(live.length);
  for (let i = 0; i < bits.length; i++) bits[i] = starts[live[i]!]!;
  return bits;
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** The counts of the starts in `bits`, in order. */
function readCounts(bits: Int32Array, planes: Planes, size: number): Int32Array {
  const counts = new Int32Array(size);
  let n = 0;
  for (let i = 0; i < bits.length; i++) for (let rest = bits[i]!; rest !== 0; rest &= rest - 1) counts[n++] = countAt(planes, i, lowestBit(rest));
  return counts;
}

/** Reads the counts of the starts in `bits` (one word for each of `open.live`). O(starts · planes). */
export function readValues(meeting: CompiledMeeting, open: OpenStarts, bits: Int32Array, preferred: Planes | undefined): StartValues {
  const starts = new Int32Array(countBits(bits, 0, bits.length));
  let n = 0;
  for (let i = 0; i < bits.length; i++) for (let rest = bits[i]!; rest !== 0; rest &= rest - 1) starts[n++] = (open.live[i]! << 5) | lowestBit(rest);
  const missing = preferred ? readCounts(bits, preferred, n) : new Int32Array(0);
  const total = meeting.weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < missing.length; i++) missing[i] = total - missing[i]!;
  return { starts, missing, have: open.quorums.map((planes) => readCounts(bits, planes, n)) };
}
