export { PlanDesk, type PlacementExplanation, type PlacementMove, type PlacementPrice } from "./plan-people/plan-desk.js";
