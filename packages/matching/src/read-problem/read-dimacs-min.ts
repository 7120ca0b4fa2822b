import { checkNetwork } from "../check-pairing/check-network.js";
import { wholeNumber } from "../check-pairing/pairing-from-pairs.js";
import { MatchingError } from "../errors.js";
import type { NetworkProblem } from "../solve-network/network-problem.js";
import { nodeAt, readDimacsLines } from "./read-dimacs-lines.js";

/**
 * Reads the DIMACS minimum-cost-flow format: "p min NODES ARCS", "n ID SUPPLY" at most once for each node, "a FROM TO LOWER UPPER COST", "c comment"; ids
 * from 1, a negative upper bound means none. O(length).
 *
 * @throws MatchingError as readDimacsLines, duplicateName, outOfRange, or as checkNetwork
 */
export function readDimacsMin(text: string): NetworkProblem {
  const { nodes, arcs, lines } = readDimacsLines(text, "min", { n: 2, a: 5 });
  const [from, to, cost] = [new Int32Array(arcs), new Int32Array(arcs), new Int32Array(arcs)];
  const [lower, upper, supply] = [new Float64Array(arcs), new Float64Array(arcs), new Float64Array(nodes)];
  const named = new Set<number>();
  let a = 0;
  for (const { letter, item, numbers } of lines) {
    const node = nodeAt(item, numbers[0]!, nodes);
    if (letter === "n") {
      if (named.has(node)) throw new MatchingError("duplicateName", item, { id: node + 1 });
      named.add(node);
      supply[node] = numbers[1]!;
      continue;
    }
    from[a] = node;
    to[a] = nodeAt(item, numbers[1]!, nodes);
    lower[a] = numbers[2]!;
    upper[a] = numbers[3]! < 0 ? Infinity : numbers[3]!;
    cost[a++] = wholeNumber(item, numbers[4]!);
  }
  const problem = { nodes, from, to, lower, upper, cost, supply };
  checkNetwork(problem);
  return problem;
}
