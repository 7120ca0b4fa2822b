import { compilePlan } from "../plan-people/compile-plan.js";
import { planCompiled } from "../plan-people/plan-people.js";
import type { PlanAnswer } from "../plan-people/plan-problem.js";
import { solveNetwork } from "../solve-network/solve-network.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import { verifyNetwork } from "../verify-certificate/verify-network.js";
import { verifyPairing } from "../verify-certificate/verify-pairing.js";
import { finish, type Steps } from "../steps.js";
import { nameAssignment, nameFlow, type FileAssignment, type FileFlow, type FileShortage } from "./answer-by-id.js";
import type { ReadProblem } from "./read-problem.js";

/** What every answer has, with the whole of it beside: in the words or ids of the file. `objective` is null where there is no plan. */
interface Solved {
  readonly solved: boolean;
  readonly objective: number | null;
  readonly certified: boolean;
}

/** The answer to a problem from a file, of whichever kind. */
export type SolvedProblem =
  | (Solved & { readonly kind: "plan"; readonly answer: PlanAnswer })
  | (Solved & { readonly kind: "pairing"; readonly answer: FileAssignment | FileShortage })
  | (Solved & { readonly kind: "network"; readonly answer: FileFlow | FileShortage });

/** Solves whatever was read and checks the certificate. */
export function solveProblem(problem: ReadProblem): SolvedProblem {
  return finish(solveInSteps(problem));
}

/** The same in steps. */
export function* solveInSteps(problem: ReadProblem): Steps<SolvedProblem> {
  if (problem.kind === "plan") {
    const { answer } = yield* planCompiled(compilePlan(problem.plan));
    return { kind: "plan", ...sum(answer, answer.solved && answer.certified), answer };
  }
  if (problem.kind === "pairing") {
    const { pairing } = problem.assignment;
    const found = solvePairing(pairing);
    const certified = found.solved && verifyPairing(pairing, found).certified;
    return { kind: "pairing", ...sum(found, certified), answer: nameAssignment(problem.assignment, found) };
  }
  const found = solveNetwork(problem.network);
  const certified = found.solved && verifyNetwork(problem.network, found).certified;
  return { kind: "network", ...sum(found, certified), answer: nameFlow(problem.network, found) };
}

function sum(answer: { readonly solved: true; readonly objective: number } | { readonly solved: false }, certified: boolean): Solved {
  return { solved: answer.solved, objective: answer.solved ? answer.objective : null, certified };
}
