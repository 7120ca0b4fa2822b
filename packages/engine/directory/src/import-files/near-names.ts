/** How many letters have to be put in, left out or replaced to make one word of another. O(length × length). */
export function countEdits(one: string, other: string): number {
  const [from, to] = [[...one], [...other]];
  let above = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of from.entries()) {
    const row = [i + 1];
    for (const [j, wanted] of to.entries()) row.push(Math.min(row[j]! + 1, above[j + 1]! + 1, above[j]! + (letter === wanted ? 0 : 1)));
    above = row;
  }
  return above.at(-1)!;
}

const most = 3;

/** Which of these names somebody likely meant who wrote another: one letter off, two in a name of five or more; the nearest first, at most three. */
export function nearNames(written: string, names: readonly string[]): string[] {
  const allowed = [...written].length >= 5 ? 2 : 1;
  return [...new Set(names)]
    .map((name) => ({ name, edits: countEdits(written, name) }))
    .filter(({ name, edits }) => edits <= allowed && edits < [...name].length)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, most)
    .map(({ name }) => name);
}
