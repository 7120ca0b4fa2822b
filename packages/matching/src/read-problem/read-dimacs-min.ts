import { checkNetwork } from "../check-pairing/check-network.js";
import { wholeNumber } from "../check-pairing/pairing-from-pairs.js";
import { MOST } from "../check-pairing/expect-counts.js";
import { MatchingError } from "../errors.js";
import type { NetworkProblem } from "../solve-network/network-problem.js";

/**
 * Reads the DIMACS minimum-cost-flow format: "p min NODES ARCS", "n ID SUPPLY", "a FROM TO LOWER UPPER COST", "c comment"; ids from 1, a negative
 * upper bound means none. O(length).
 *
 * @throws MatchingError badFormat naming the line, or as checkNetwork
 */
export function readDimacsMin(text: string): NetworkProblem {
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line) => line.startsWith("p "));
  const [, kind, nodes, arcs] = (lines[at] ?? "").split(/\s+/);
  if (kind !== "min") throw new MatchingError("badFormat", `line ${at + 1}`, { reason: "no «p min NODES ARCS»" });
  const size = { nodes: readCount(nodes, at), arcs: readCount(arcs, at) };
  const problem = emptyNetwork(size.nodes, size.arcs);
  let read = 0;
  for (let k = at + 1; k < lines.length; k++) {
    const words = lines[k]!.trim().split(/\s+/);
    if (words[0] === "n") readNode(problem, words, k);
    else if (words[0] === "a") readArc(problem, read++, words, k);
    else if (words[0] !== "" && words[0] !== "c") throw new MatchingError("badFormat", `line ${k + 1}`, { reason: `«${words[0]}»` });
  }
  if (read !== size.arcs) throw new MatchingError("lengthMismatch", "arcs", { expected: size.arcs, found: read });
  checkNetwork(problem);
  return problem;
}

function emptyNetwork(nodes: number, arcs: number): NetworkProblem {
  return {
    nodes,
    from: new Int32Array(arcs),
    to: new Int32Array(arcs),
    lower: new Float64Array(arcs),
    upper: new Float64Array(arcs),
    cost: new Int32Array(arcs),
    supply: new Float64Array(nodes),
  };
}

function readNode(problem: NetworkProblem, words: readonly string[], line: number): void {
  const node = readWhole(words[1], line) - 1;
  if (node < 0 || node >= problem.nodes) throw new MatchingError("outOfRange", `line ${line + 1}`, { value: node + 1, nodes: problem.nodes });
  problem.supply[node] = readWhole(words[2], line);
}

function readArc(problem: NetworkProblem, a: number, words: readonly string[], line: number): void {
  if (a >= problem.from.length) throw new MatchingError("lengthMismatch", "arcs", { expected: problem.from.length, found: a + 1 });
  problem.from[a] = readWhole(words[1], line) - 1;
  problem.to[a] = readWhole(words[2], line) - 1;
  problem.lower[a] = readWhole(words[3], line);
  const upper = readWhole(words[4], line);
  problem.upper[a] = upper < 0 ? Infinity : upper;
  problem.cost[a] = wholeNumber(`line ${line + 1}`, readWhole(words[5], line));
}

/** A whole number of a line. @throws MatchingError badFormat */
export function readWhole(word: string | undefined, line: number): number {
  const value = Number(word);
  if (word === undefined || word === "" || !Number.isSafeInteger(value))
    throw new MatchingError("badFormat", `line ${line + 1}`, { reason: `«${word ?? ""}»` });
  return value;
}

/** A count no larger than memory could hold. @throws MatchingError badFormat */
export function readCount(word: string | undefined, line: number): number {
  const count = readWhole(word, line);
  if (count < 0 || count > MOST) throw new MatchingError("badFormat", `line ${line + 1}`, { reason: `«${count}»` });
  return count;
}
