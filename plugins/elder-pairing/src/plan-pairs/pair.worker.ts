import { parentPort } from "node:worker_threads";
import type { PairFacts, Side } from "./pair-facts.js";
import { planPairs } from "./plan-pairs.js";
import { priceAlternatives } from "./price-alternatives.js";

/** What the thread is asked: the whole pairing, or other cadres for one elder. */
export type PairCall =
  | { readonly call: "plan"; readonly facts: PairFacts }
  | {
      readonly call: "alternatives";
      readonly facts: PairFacts;
      readonly side: Side;
      readonly elderId: string;
      readonly primaryOf: ReadonlyMap<string, string>;
    };

/** Plans in a thread of its own. A cancel comes too late: the plan is one piece of work. */
parentPort?.on("message", (message: { readonly id: number } & (PairCall | { readonly call: "cancel" })) => {
  if (message.call === "cancel") return;
  const result = message.call === "plan" ? planPairs(message.facts) : priceAlternatives(message.facts, message.side, message.elderId, message.primaryOf);
  parentPort?.postMessage({ id: message.id, kind: "done", result });
});
