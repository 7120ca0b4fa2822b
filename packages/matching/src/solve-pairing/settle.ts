import { BlockingFlow } from "./blocking-flow.js";
import type { Residual } from "./residual.js";
import { ShortestPaths } from "./shortest-paths.js";

/**
 * Brings every balance of a residual network to zero at least cost, keeping the duals exact: multi-source search, dual update, blocking flow, until no
 * source is left. Returns false, with the balances that remain, if some source reaches no sink: then no plan exists.
 * O(phases × m), phases ≤ the number of different path lengths. Source: primal–dual method, Ahuja, Magnanti & Orlin, Network Flows, §9.8.
 */
export function settle(net: Residual, search = new ShortestPaths(net)): boolean {
  const sources = new Int32Array(net.zero + 1);
  const flow = new BlockingFlow(net, search);
  let count = 0;
  for (let v = 0; v <= net.zero; v++) if (net.balance[v]! > 0) sources[count++] = v;
  while (count > 0) {
    if (!search.search(sources, count, true)) return false;
    search.updatePotentials();
    count = flow.augment(sources, count);
  }
  return true;
}
