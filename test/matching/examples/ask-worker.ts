import { explainInWorker, planInWorker, type HasWorkers } from "@lianxin/matching/ask";
import { roster } from "./plan-roster.js";

/** `ctx` is what a route's or a task's `run` is given. */
export async function planAside(ctx: HasWorkers) {
  const plan = await planInWorker(ctx, roster);
  const [why] = await explainInWorker(ctx, roster, [{ person: "v1", place: "周日领队" }]);
  return { plan, why };
}
