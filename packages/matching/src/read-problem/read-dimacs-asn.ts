import { pairingFromPairs } from "../check-pairing/pairing-from-pairs.js";
import { MatchingError } from "../errors.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { nodeAt, readDimacsLines, type DimacsFile } from "./read-dimacs-lines.js";

/** An assignment with the ids its nodes have in the file. */
export interface ReadAssignment {
  readonly pairing: PairingProblem;
  /** The id of every row, and of every column. */
  readonly rowIds: readonly number[];
  readonly columnIds: readonly number[];
}

/**
 * Reads the DIMACS assignment format: "p asn NODES ARCS", "n ID" once for every node of the first side, "a FROM TO COST"; ids from 1. Every node of both
 * sides gets exactly one partner, at least total cost. O(m log m).
 *
 * @throws MatchingError as readDimacsLines, duplicateName, outOfRange, or as pairingFromPairs
 */
export function readDimacsAsn(text: string): ReadAssignment {
  const file = readDimacsLines(text, "asn", { n: 1, a: 3 });
  const { nodes, lines } = file;
  const isRow = listFirstSide(file);
  const rowIds: number[] = [];
  const columnIds: number[] = [];
  const place = Array.from({ length: nodes }, (_, v) => (isRow[v] === 1 ? rowIds : columnIds).push(v + 1) - 1);
  const pairs = lines
    .filter(({ letter }) => letter === "a")
    .map(({ item, numbers: [from = 0, to = 0, cost = 0] }) => {
      const [row, column] = [nodeAt(item, from, nodes), nodeAt(item, to, nodes)];
      if (isRow[row] === 0) throw new MatchingError("outOfRange", item, { value: from });
      if (isRow[column] === 1) throw new MatchingError("outOfRange", item, { value: to });
      return [place[row]!, place[column]!, cost] as const;
    });
  const sizes = { rows: rowIds.length, columns: columnIds.length, columnMin: 1, columnMax: 1 };
  return { pairing: pairingFromPairs({ ...sizes, pairs }), rowIds, columnIds };
}

function listFirstSide({ nodes, lines }: DimacsFile): Uint8Array {
  const isRow = new Uint8Array(nodes);
  for (const { letter, item, numbers } of lines) {
    if (letter !== "n") continue;
    const node = nodeAt(item, numbers[0]!, nodes);
    if (isRow[node] === 1) throw new MatchingError("duplicateName", item, { id: node + 1 });
    isRow[node] = 1;
  }
  return isRow;
}
