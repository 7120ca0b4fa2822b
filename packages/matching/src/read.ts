export { readProblem, type ReadProblem } from "./read-problem/read-problem.js";
export { solveProblem, type SolvedProblem } from "./read-problem/solve-problem.js";
