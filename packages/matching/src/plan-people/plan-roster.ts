import { checkNetwork } from "../check-pairing/check-network.js";
import { MatchingError } from "../errors.js";
import type { NetworkPlan, NetworkShortage } from "../solve-network/network-problem.js";
import { solveNetwork } from "../solve-network/solve-network.js";
import { verifyNetwork } from "../verify-certificate/verify-network.js";
import type { CompiledPlan } from "./compile-plan.js";
import { compileRoster, type CompiledRoster } from "./compile-roster.js";
import { listPlacements } from "./list-placements.js";
import type { PlanAnswer, PlanShortage } from "./plan-problem.js";
import { spreadLoads } from "./spread-loads.js";

/** True if someone who may take several places could get two that fall together: then a plain pairing does not say it all. O(pairs). */
export function needsRoster({ source, pairs, pairing, placeOf, personOf }: CompiledPlan): boolean {
  const seen = new Set<string>();
  for (const pair of pairs) {
    const when = source.places[placeOf.get(pair.place)!]!.when;
    if (when === undefined || pairing.columnMax[personOf.get(pair.person)!]! < 2) continue;
    const key = JSON.stringify([pair.person, when]);
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}

/** Plans a roster whose places may fall together, as a network. @throws MatchingError badFormat if it is also to keep a previous plan */
export function planRoster(compiled: CompiledPlan): PlanAnswer {
  if (compiled.source.previous !== undefined) throw new MatchingError("badFormat", "previous", { reason: "not with places that fall together" });
  const roster = compileRoster(compiled);
  checkNetwork(roster.network);
  const answer = solveNetwork(roster.network);
  return answer.solved ? describeRoster(compiled, roster, answer) : describeRosterShortage(compiled, roster, answer);
}

function describeRoster(compiled: CompiledPlan, roster: CompiledRoster, plan: NetworkPlan): PlanAnswer {
  const chosen = chosenEdges(roster, plan);
  const fairness =
    compiled.source.fairness === undefined ? {} : { fairness: { without: spreadLoads(compiled, chooseUnfair(compiled)), with: spreadLoads(compiled, chosen) } };
  const { certified } = verifyNetwork(roster.network, plan);
  return {
    solved: true,
    objective: plan.objective / compiled.scale,
    scale: compiled.scale,
    certified,
    placements: listPlacements(compiled, chosen),
    ...fairness,
  };
}

function chooseUnfair(compiled: CompiledPlan): Int32Array {
  const roster = compileRoster({ ...compiled, pairing: { ...compiled.pairing, step: undefined } });
  const answer = solveNetwork(roster.network);
  return answer.solved ? chosenEdges(roster, answer) : new Int32Array(0);
}

function chosenEdges({ pairArc }: CompiledRoster, { flow }: NetworkPlan): Int32Array {
  return Int32Array.from([...pairArc.keys()].filter((e) => flow[pairArc[e]!] === 1));
}

function describeRosterShortage({ source }: CompiledPlan, { placeNode, personNode }: CompiledRoster, { nodes, need, offer }: NetworkShortage): PlanShortage {
  const inside = new Set(nodes);
  const places = source.places.filter((_place, i) => inside.has(placeNode(i))).map(({ id }) => id);
  const people = source.people.filter((_person, j) => inside.has(personNode(j))).map(({ id }) => id);
  return { solved: false, of: places.length > 0 ? "places" : "people", places, people, need, offer, short: need - offer };
}
