import { planPeople } from "../plan-people/plan-people.js";
import type { PlanAnswer } from "../plan-people/plan-problem.js";
import type { NetworkAnswer } from "../solve-network/network-problem.js";
import { solveNetwork } from "../solve-network/solve-network.js";
import type { PairingAnswer } from "../solve-pairing/pairing-problem.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import { verifyNetwork } from "../verify-certificate/verify-network.js";
import { verifyPairing } from "../verify-certificate/verify-pairing.js";
import type { ReadProblem } from "./read-problem.js";

/** The common part of every answer, with the whole answer beside it. `objective` is null where there is no plan. */
export interface SolvedProblem {
  readonly kind: ReadProblem["kind"];
  readonly solved: boolean;
  readonly objective: number | null;
  readonly certified: boolean;
  readonly answer: PlanAnswer | PairingAnswer | NetworkAnswer;
}

/** Solves whatever was read and checks the certificate. */
export function solveProblem(problem: ReadProblem): SolvedProblem {
  if (problem.kind === "plan") {
    const answer = planPeople(problem.plan);
    return sum(problem.kind, answer, answer.solved && answer.certified);
  }
  if (problem.kind === "pairing") {
    const answer = solvePairing(problem.pairing);
    return sum(problem.kind, answer, answer.solved && verifyPairing(problem.pairing, answer).certified);
  }
  const answer = solveNetwork(problem.network);
  return sum(problem.kind, answer, answer.solved && verifyNetwork(problem.network, answer).certified);
}

function sum(kind: ReadProblem["kind"], answer: SolvedProblem["answer"], certified: boolean): SolvedProblem {
  return { kind, solved: answer.solved, objective: answer.solved ? answer.objective : null, certified, answer };
}
