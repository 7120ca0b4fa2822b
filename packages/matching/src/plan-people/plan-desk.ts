import { MatchingError } from "../errors.js";
import { explainPair } from "../explain-placement/explain-pair.js";
import type { Move, Price } from "../explain-placement/price-alternative.js";
import { residualOf } from "../explain-placement/residual-of.js";
import { markEdges } from "../keep-plan/kept-plan.js";
import { defaultMovePrice, pricedProblem } from "../keep-plan/keep-priced.js";
import { choosePlan, findPrevious, type ChosenPlan } from "./choose-plan.js";
import { compilePlan, indexOf, type CompiledPlan } from "./compile-plan.js";
import { scaleCost } from "./cost-of-pair.js";
import { listPlacements } from "./list-placements.js";
import { describePlan, describeShortage } from "./plan-people.js";
import { needsRoster, planRoster } from "./plan-roster.js";
import type { PlanAnswer, PlanProblem, Reason } from "./plan-problem.js";
import { priceRosterPair } from "./price-roster-pair.js";

/** Who would join or leave which place if a placement were forced or forbidden. */
export interface PlacementMove {
  readonly person: string;
  readonly place: string;
  readonly joins: boolean;
}

/**
 * Why a placement is in the plan or not. `rule` names the hard rule that forbids it. `price` is how much worse the best plan becomes without it (if it
 * is in the plan) or with it (if not), in weight units; undefined if there is no such plan. `moves` says who would have to move.
 */
export interface PlacementExplanation {
  readonly person: string;
  readonly place: string;
  readonly inPlan: boolean;
  readonly rule?: string;
  readonly because: readonly Reason[];
  readonly price: number | undefined;
  readonly moves: readonly PlacementMove[];
}

/**
 * A plan that can be asked: made once, then any placement explained. Prices are true: they equal the difference to a re-solve. Under a priced keep mode
 * they include the stated price per move; under a slack the plan itself need not be the cheapest, and prices are not given.
 *
 * @throws MatchingError as compilePlan; explain: unknownName
 */
export class PlanDesk {
  readonly answer: PlanAnswer;
  private readonly compiled: CompiledPlan;
  private readonly chosen: ChosenPlan | undefined;

  constructor(problem: PlanProblem) {
    this.compiled = compilePlan(problem);
    if (needsRoster(this.compiled)) {
      this.answer = planRoster(this.compiled);
      return;
    }
    const chosen = choosePlan(this.compiled);
    this.answer = chosen.solved ? describePlan(this.compiled, chosen) : describeShortage(this.compiled, chosen);
    this.chosen = chosen.solved ? chosen : undefined;
  }

  /** Explains one placement. @throws MatchingError unknownName, notInPlan where there is no plan to explain */
  explain(person: string, place: string): PlacementExplanation {
    const { compiled, answer } = this;
    if (!answer.solved) throw new MatchingError("notInPlan", "plan", { person, place });
    const row = indexOf(compiled.placeOf, "place", place);
    const column = indexOf(compiled.personOf, "person", person);
    const edge = findEdge(compiled, row, column);
    if (edge === undefined) return { person, place, inPlan: false, ...this.ruleOf(person, place), because: [], price: undefined, moves: [] };
    const inPlan = answer.placements.some((one) => one.person === person && one.place === place);
    const price = this.priceOf(edge, row, column, inPlan);
    const moves = (price?.moves ?? []).map((move) => this.nameMove(move));
    return {
      person,
      place,
      inPlan,
      because: listPlacements(compiled, [edge])[0]!.because,
      price: price === undefined ? undefined : price.cost / compiled.scale,
      moves,
    };
  }

  private priceOf(edge: number, row: number, column: number, inPlan: boolean): Price | undefined {
    const { compiled, chosen } = this;
    if (chosen === undefined) return priceRosterPair(compiled, edge, inPlan);
    if (compiled.source.previous !== undefined && compiled.source.keep?.mode === "slack") return undefined;
    const told = explainPair(residualOf(this.pricedPairing(), chosen.plan), row, column);
    return told.inPlan ? told.without : told.with;
  }

  private pricedPairing(): CompiledPlan["pairing"] {
    const { pairing, source, scale } = this.compiled;
    const keep = source.keep ?? { mode: "priced" };
    if (source.previous === undefined || keep.mode !== "priced") return pairing;
    const price = keep.price === undefined ? defaultMovePrice(pairing) : scaleCost("keep price", keep.price, scale);
    return pricedProblem(pairing, markEdges(pairing, findPrevious(this.compiled)), price);
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

function findEdge({ pairing }: CompiledPlan, row: number, column: number): number | undefined {
  for (let e = pairing.start[row]!; e < pairing.start[row + 1]!; e++) if (pairing.column[e] === column) return e;
  return undefined;
}
