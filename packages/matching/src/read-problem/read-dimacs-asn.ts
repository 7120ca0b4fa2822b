import { pairingFromPairs } from "../check-pairing/pairing-from-pairs.js";
import { MatchingError } from "../errors.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { readCount, readWhole } from "./read-dimacs-min.js";

/**
 * Reads the DIMACS assignment format: "p asn NODES ARCS", "n ID" for every node of the first side, "a FROM TO COST"; ids from 1. Every node of both sides
 * gets exactly one partner, at least total cost. O(m log m).
 *
 * @throws MatchingError badFormat naming the line, or as pairingFromPairs
 */
export function readDimacsAsn(text: string): PairingProblem {
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line) => line.startsWith("p "));
  const [, kind, nodes, arcs] = (lines[at] ?? "").split(/\s+/);
  if (kind !== "asn") throw new MatchingError("badFormat", `line ${at + 1}`, { reason: "no «p asn NODES ARCS»" });
  const rowOf = new Map<number, number>();
  const pairs: [number, number, number][] = [];
  for (let k = at + 1; k < lines.length; k++) {
    const words = lines[k]!.trim().split(/\s+/);
    if (words[0] === "n") rowOf.set(readWhole(words[1], k), rowOf.size);
    else if (words[0] === "a") pairs.push([readWhole(words[1], k), readWhole(words[2], k), readWhole(words[3], k)]);
    else if (words[0] !== "" && words[0] !== "c") throw new MatchingError("badFormat", `line ${k + 1}`, { reason: `«${words[0]}»` });
  }
  if (pairs.length !== readCount(arcs, at)) throw new MatchingError("lengthMismatch", "arcs", { expected: readCount(arcs, at), found: pairs.length });
  return numberSides(readCount(nodes, at), rowOf, pairs);
}

function numberSides(nodes: number, rowOf: ReadonlyMap<number, number>, pairs: readonly (readonly [number, number, number])[]): PairingProblem {
  const columnOf = new Map<number, number>();
  for (let id = 1; id <= nodes; id++) if (!rowOf.has(id)) columnOf.set(id, columnOf.size);
  const numbered = pairs.map(([from, to, cost], k) => {
    const row = rowOf.get(from);
    const column = columnOf.get(to);
    if (row === undefined || column === undefined) throw new MatchingError("outOfRange", `arc ${k + 1}`, { value: row === undefined ? from : to });
    return [row, column, cost] as const;
  });
  return pairingFromPairs({ rows: rowOf.size, columns: columnOf.size, pairs: numbered, columnMin: 1, columnMax: 1 });
}
