import fc from "fast-check";
import { expect, test } from "vitest";
import { findFloor, isStoodOn, judgeChain, type EnteredStep } from "./judge-chain.js";
import { shippedChains } from "./shipped-chains.js";

const chain = shippedChains[0]!;
const done = (step: string, doneOn: string): EnteredStep => ({ step, doneOn, overrideReason: null });
const left = (step: string, overrideReason: string): EnteredStep => ({ step, doneOn: "2026-09-05", overrideReason });
const gates = [done("propose", "2026-09-01"), done("consult", "2026-09-02"), done("review", "2026-09-03"), done("decide", "2026-09-04")];
const states = (entered: readonly EnteredStep[]) => judgeChain(chain, entered).steps.map(({ state }) => state);

test("four gates and the first publication make the decision effective, the second one completes it", () => {
  const published = [...gates, done("publish_decision", "2026-09-05")];

  expect([judgeChain(chain, gates).isEffective, states(gates)[4]]).toEqual([false, "next"]);
  expect(judgeChain(chain, published)).toMatchObject({ isEffective: true, isComplete: false });
  expect(judgeChain(chain, [...published, done("publish_result", "2026-12-01")])).toMatchObject({ isEffective: true, isComplete: true });
});

test("a skipped gate keeps the decision from taking effect, unless it is left out with a reason", () => {
  const skipped = [gates[0]!, gates[1]!, gates[3]!, done("publish_decision", "2026-09-05")];
  const overridden = [...skipped, left("review", "全村党员只有两人，都在两委")];

  expect([states(skipped), judgeChain(chain, skipped).isEffective]).toEqual([["done", "done", "skipped", "skipped", "later", "later"], false]);
  expect([states(overridden).slice(0, 5), judgeChain(chain, overridden).isEffective]).toEqual([["done", "done", "overridden", "done", "done"], true]);
});

test("a review after the decision heals nothing until the decision is made again", () => {
  const late = [gates[0]!, gates[1]!, gates[3]!, done("review", "2026-09-06")];
  const again = [...late, done("decide", "2026-09-08"), done("publish_decision", "2026-09-09")];

  expect([judgeChain(chain, late).steps[3]!.state, judgeChain(chain, late).isEffective]).toEqual(["next", false]);
  expect(judgeChain(chain, again)).toMatchObject({ isEffective: true });
});

test("a step cannot be before the last one done ahead of it, over a gap and over one left out, and stands under what was done after it", () => {
  const gap = [gates[0]!, gates[1]!, left("review", "全村党员只有两人，都在两委")];

  expect([findFloor(chain, gates, "propose"), findFloor(chain, gates, "publish_decision"), findFloor(chain, gap, "decide")]).toEqual([
    undefined,
    { id: "decide", on: "2026-09-04" },
    { id: "consult", on: "2026-09-02" },
  ]);
  expect(findFloor(chain, gates.slice(0, 2), "publish_decision")).toEqual({ id: "consult", on: "2026-09-02" });
  expect([isStoodOn(chain, gates, "decide"), isStoodOn(chain, gates, "review"), isStoodOn(chain, gap, "consult")]).toEqual([false, true, false]);
  expect(isStoodOn(chain, [...gates, done("publish_decision", "2026-09-01")], "decide")).toBe(false);
});

test("it is effective just when some choice of one entry for each required step is in order, by brute force", () => {
  const days = ["2026-09-01", "2026-09-02", "2026-09-03"];
  const required = chain.steps.filter(({ before }) => before === "effect").map(({ id }) => id);
  const anEntry = fc.record({
    step: fc.constantFrom(...required),
    doneOn: fc.constantFrom(...days),
    overrideReason: fc.constantFrom(null, null, null, "特殊情况"),
  });
  const canRun = (entered: readonly EnteredStep[], at: number, from: string): boolean =>
    at === required.length ||
    entered.some(
      ({ step, doneOn, overrideReason }) =>
        step === required[at] && (overrideReason !== null ? canRun(entered, at + 1, from) : doneOn >= from && canRun(entered, at + 1, doneOn)),
    );
  fc.assert(
    fc.property(fc.array(anEntry, { maxLength: 14 }), (entered) => {
      expect(judgeChain(chain, entered).isEffective).toBe(canRun(entered, 0, ""));
    }),
    { seed: 6, numRuns: 2000 },
  );
});
