import { checkNetwork, solveNetwork, verifyNetwork, type NetworkProblem } from "@lianxin/matching/network";
import { readProblem, solveProblem } from "@lianxin/matching/read";

const network: NetworkProblem = {
  nodes: 3,
  from: Int32Array.of(0, 0, 1),
  to: Int32Array.of(1, 2, 2),
  lower: Float64Array.of(0, 1, 0),
  upper: Float64Array.of(4, 2, Infinity),
  cost: Int32Array.of(1, 5, 1),
  supply: Float64Array.of(3, 0, -3),
};
checkNetwork(network);
const flow = solveNetwork(network);
export const certified = flow.solved && verifyNetwork(network, flow).certified;
export const objective = flow.solved ? flow.objective : undefined;

export const fromFile = solveProblem(readProblem("p asn 4 4\nn 1\nn 2\na 1 3 5\na 1 4 1\na 2 3 1\na 2 4 9\n"));
