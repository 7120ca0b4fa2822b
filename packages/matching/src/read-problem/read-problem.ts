import { MatchingError } from "../errors.js";
import type { PlanProblem } from "../plan-people/plan-problem.js";
import type { NetworkProblem } from "../solve-network/network-problem.js";
import { readDimacsAsn, type ReadAssignment } from "./read-dimacs-asn.js";
import { readDimacsMin } from "./read-dimacs-min.js";
import { readPlanJson } from "./read-plan-json.js";

/** A problem from a file, of whichever kind. */
export type ReadProblem =
  | { readonly kind: "plan"; readonly plan: PlanProblem }
  | { readonly kind: "pairing"; readonly assignment: ReadAssignment }
  | { readonly kind: "network"; readonly network: NetworkProblem };

/**
 * Reads a problem from text, told apart by its beginning: "{" is our JSON form, "p min" and "p asn" (after comments) are DIMACS.
 *
 * @throws MatchingError badFormat, or as the readers
 */
export function readProblem(text: string): ReadProblem {
  if (/^\s*\{/.test(text)) return { kind: "plan", plan: readPlanJson(text) };
  const kind = /^[ \t]*p\s+(\w+)/m.exec(text)?.[1];
  if (kind === "min") return { kind: "network", network: readDimacsMin(text) };
  if (kind === "asn") return { kind: "pairing", assignment: readDimacsAsn(text) };
  throw new MatchingError("badFormat", "file", { reason: "kind" });
}
