import type { ElderPairingContext } from "../plugin.js";
import type { PairFacts, PlannedPairs, Side } from "./pair-facts.js";
import type { PairCall } from "./pair.worker.js";
import type { Alternative } from "./price-alternatives.js";

const ask = ({ runInWorker }: Pick<ElderPairingContext, "runInWorker">, call: PairCall): Promise<unknown> =>
  runInWorker("@lianxin/elder-pairing/pair-worker", call);

/** The pairing, planned in a thread: for readers and `prepare`, never in the write lane. */
export const planInWorker = (ctx: Pick<ElderPairingContext, "runInWorker">, facts: PairFacts): Promise<PlannedPairs> =>
  ask(ctx, { call: "plan", facts }) as Promise<PlannedPairs>;

export const alternativesInWorker = (
  ctx: Pick<ElderPairingContext, "runInWorker">,
  asked: { readonly facts: PairFacts; readonly side: Side; readonly elderId: string; readonly primaryOf: ReadonlyMap<string, string> },
): Promise<Alternative[]> => ask(ctx, { call: "alternatives", ...asked }) as Promise<Alternative[]>;
