export type { FileAssignment, FileFlow, FileShortage } from "./read-problem/answer-by-id.js";
export type { ReadAssignment } from "./read-problem/read-dimacs-asn.js";
export { readProblem, type ReadProblem } from "./read-problem/read-problem.js";
export { solveProblem, type SolvedProblem } from "./read-problem/solve-problem.js";
