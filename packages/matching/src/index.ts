export { MatchingError, type MatchingErrorCode, type MatchingErrorParams } from "./errors.js";
export { planPeople } from "./plan-people/plan-people.js";
export { CHANGE } from "./plan-people/plan-problem.js";
export type * from "./plan-people/plan-problem.js";
