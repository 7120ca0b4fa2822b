/** Pairs of places at which two lists hold the same line, rising in both. */
export type Matches = readonly (readonly [number, number])[];

function lengthsOf(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) rows[i]![j] = a[i] === b[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!);
  return rows;
}

function matchInside(a: readonly string[], b: readonly string[], from: number): Matches {
  const lengths = lengthsOf(a, b);
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([from + i++, from + j++]);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}

/**
 * A longest common part of two lists of lines, as pairs of places. O(a × b) in time and room after what both begin and end with alike is set aside;
 * a paper has some hundred paragraphs.
 */
export function matchLines(a: readonly string[], b: readonly string[]): Matches {
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < least - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const both = (count: number, place: (n: number) => [number, number]) => Array.from({ length: count }, (_, n) => place(n));
  return [
    ...both(head, (n) => [n, n]),
    ...matchInside(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head),
    ...both(tail, (n) => [a.length - tail + n, b.length - tail + n]),
  ];
}
