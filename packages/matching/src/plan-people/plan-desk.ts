import { findEdge } from "../check-pairing/find-edge.js";
import { MatchingError } from "../errors.js";
import { explainPair } from "../explain-placement/explain-pair.js";
import type { Move, Price } from "../explain-placement/price-alternative.js";
import { priceBySolving } from "../explain-placement/price-by-solving.js";
import { residualOf } from "../explain-placement/residual-of.js";
import type { ChosenPlan } from "./choose-plan.js";
import { finish, type Steps } from "../steps.js";
import { compilePlan, indexOf, type CompiledPlan } from "./compile-plan.js";
import { listReasons } from "./list-reasons.js";
import { planCompiled } from "./plan-people.js";
import type { PlanAnswer, PlanProblem, Reason } from "./plan-problem.js";

/** Who would join or leave which place if a placement were forced or forbidden. */
export interface PlacementMove {
  readonly person: string;
  readonly place: string;
  readonly joins: boolean;
}

/**
 * How much worse the best plan becomes without a placement (if it is in the plan) or with it (if not), in weight units: `cost`. `impossible`: there is no such
 * plan. `notPriced`: the plan is one within a slack, so not the cheapest of anything that an alternative could be compared with. `notListed`: the placement
 * is not among those that may be made.
 */
export type PlacementPrice =
  { readonly kind: "cost"; readonly cost: number } | { readonly kind: "impossible" } | { readonly kind: "notPriced" } | { readonly kind: "notListed" };

/**
 * Why a placement is in the plan or not. `rule` names the hard rule that forbids it; `because` lists every weight that speaks for or against it, fairness
 * and the price of a change included. `moves` says who would have to move: a best alternative that differs as little as possible.
 */
export interface PlacementExplanation {
  readonly person: string;
  readonly place: string;
  readonly inPlan: boolean;
  readonly rule?: string;
  readonly because: readonly Reason[];
  readonly price: PlacementPrice;
  readonly moves: readonly PlacementMove[];
}

/** What a desk rests on. */
interface Planned {
  readonly compiled: CompiledPlan;
  readonly answer: PlanAnswer;
  readonly chosen: ChosenPlan | undefined;
}

/** Plans for a desk in steps. @throws MatchingError as compilePlan */
export function* planInSteps(problem: PlanProblem): Steps<Planned> {
  const compiled = compilePlan(problem);
  return { compiled, ...(yield* planCompiled(compiled)) };
}

/**
 * A plan that can be asked: made once, then any placement explained. Prices are true: they equal the difference to a re-solve. Under a priced keep mode
 * they include the stated price per change; under a slack the plan itself need not be the cheapest, and prices are not given. O(m + n log n) for each question;
 * one network simplex where people may take several places and places fall together.
 *
 * @throws MatchingError as compilePlan; explain: unknownName
 */
export class PlanDesk {
  readonly answer: PlanAnswer;
  private readonly compiled: CompiledPlan;
  private readonly chosen: ChosenPlan | undefined;

  constructor(problem: PlanProblem, planned?: Planned) {
    const { compiled, answer, chosen } = planned ?? finish(planInSteps(problem));
    this.compiled = compiled;
    this.answer = answer;
    this.chosen = chosen;
  }

  /** Explains one placement. @throws MatchingError unknownName, notInPlan where there is no plan to explain */
  explain(person: string, place: string): PlacementExplanation {
    const { compiled, chosen } = this;
    if (chosen === undefined) throw new MatchingError("notInPlan", "plan", { person, place });
    const row = indexOf(compiled.placeOf, "place", place);
    const column = indexOf(compiled.personOf, "person", person);
    const edge = findEdge(compiled.pairing, row, column);
    if (edge === undefined) return { person, place, inPlan: false, ...this.ruleOf(person, place), because: [], price: { kind: "notListed" }, moves: [] };
    const price = priceOf(chosen, edge, row, column);
    return {
      person,
      place,
      inPlan: chosen.plan.chosen.includes(edge),
      because: listReasons(compiled, chosen, edge),
      price: typeof price === "string" ? { kind: price } : { kind: "cost", cost: price.cost / compiled.scale },
      moves: typeof price === "string" ? [] : price.moves.map((move) => this.nameMove(move)),
    };
  }

  private ruleOf(person: string, place: string): { rule?: string } {
    const found = this.compiled.source.forbidden?.find((one) => one.person === person && one.place === place);
    return found === undefined ? {} : { rule: found.rule };
  }

  private nameMove({ row, column, joins }: Move): PlacementMove {
    const { people, places } = this.compiled.source;
    return { person: people[column]!.id, place: places[row]!.id, joins };
  }
}

function priceOf({ plan, minimised }: ChosenPlan, edge: number, row: number, column: number): Price | "impossible" | "notPriced" {
  if (minimised === undefined) return "notPriced";
  if (plan.duals.gate !== undefined) return priceBySolving(minimised, plan, edge) ?? "impossible";
  const told = explainPair(residualOf(minimised, plan), row, column);
  return (told.inPlan ? told.without : told.with) ?? "impossible";
}
