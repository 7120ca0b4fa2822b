export { checkNetwork } from "./check-pairing/check-network.js";
export type { NetworkAnswer, NetworkPlan, NetworkProblem, NetworkShortage } from "./solve-network/network-problem.js";
export { solveNetwork } from "./solve-network/solve-network.js";
export { verifyNetwork, type NetworkVerdict } from "./verify-certificate/verify-network.js";
