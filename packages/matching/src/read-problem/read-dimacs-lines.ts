import { MOST } from "../check-pairing/expect-counts.js";
import { MatchingError } from "../errors.js";

/** A line of a DIMACS file that says something: its letter, and its numbers. `item` names it in refusals. */
export interface DimacsLine {
  readonly letter: "n" | "a";
  readonly item: string;
  readonly numbers: readonly number[];
}

/** A DIMACS file: what its "p" line says, and its other lines in their order. */
export interface DimacsFile {
  readonly nodes: number;
  readonly arcs: number;
  readonly lines: readonly DimacsLine[];
}

/** How many numbers follow each letter. */
export type DimacsForm = Readonly<Record<DimacsLine["letter"], number>>;

/**
 * Reads the lines of a DIMACS file of one kind: one "p KIND NODES ARCS" before all others, then "n" and "a" with just as many whole numbers in plain digits
 * as the form has, as many "a" as announced; "c" and empty lines anywhere. O(length).
 *
 * @throws MatchingError badFormat, wordCount, notInteger naming the line, lengthMismatch
 */
export function readDimacsLines(text: string, kind: "min" | "asn", form: DimacsForm): DimacsFile {
  const lines: DimacsLine[] = [];
  let head: { nodes: number; arcs: number } | undefined;
  for (const [k, line] of text.split(/\r?\n/).entries()) {
    const item = `line ${k + 1}`;
    const [letter = "", ...words] = line.trim().split(/\s+/);
    if (letter === "" || letter === "c") continue;
    if (letter === "p") {
      if (head !== undefined) throw refuse(item, "headTwice");
      head = readHead(item, words, kind);
      continue;
    }
    if (letter !== "n" && letter !== "a") throw refuse(item, "lineKind");
    if (head === undefined) throw refuse(item, "headFirst");
    if (words.length !== form[letter]) throw new MatchingError("wordCount", item, { expected: form[letter] + 1, found: words.length + 1 });
    lines.push({ letter, item, numbers: words.map((word) => readWhole(item, word)) });
  }
  if (head === undefined) throw refuse("file", "head");
  const arcs = lines.filter(({ letter }) => letter === "a").length;
  if (arcs !== head.arcs) throw new MatchingError("lengthMismatch", "arcs", { expected: head.arcs, found: arcs });
  return { ...head, lines };
}

function readHead(item: string, words: readonly string[], kind: "min" | "asn"): { nodes: number; arcs: number } {
  if (words.length !== 3 || words[0] !== kind) throw refuse(item, "head");
  const [nodes, arcs] = words.slice(1).map((word) => readWhole(item, word)) as [number, number];
  if (!(nodes >= 0 && nodes <= MOST && arcs >= 0 && arcs <= MOST)) throw refuse(item, "head");
  return { nodes, arcs };
}

/** A whole number in plain digits: no hexadecimal, no exponent, no fraction, and none that is not exact. */
function readWhole(item: string, word: string): number {
  const value = Number(word);
  if (!/^[+-]?\d+$/.test(word) || !Number.isSafeInteger(value)) throw new MatchingError("notInteger", item, { value: word });
  return value;
}

/** The index of a node by its id, which is from 1. @throws MatchingError outOfRange */
export function nodeAt(item: string, id: number, nodes: number): number {
  if (id < 1 || id > nodes) throw new MatchingError("outOfRange", item, { value: id, nodes });
  return id - 1;
}

function refuse(item: string, reason: "head" | "headFirst" | "headTwice" | "lineKind"): MatchingError {
  return new MatchingError("badFormat", item, { reason });
}
