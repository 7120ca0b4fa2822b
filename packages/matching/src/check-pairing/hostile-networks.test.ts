import { expect, test } from "vitest";
import type { MatchingErrorCode } from "../errors.js";
import type { NetworkProblem } from "../solve-network/network-problem.js";
import { solveNetwork } from "../solve-network/solve-network.js";
import { codeOf } from "../testing/code-of.js";
import { checkNetwork } from "./check-network.js";

const arc: NetworkProblem = {
  nodes: 2,
  from: Int32Array.of(0),
  to: Int32Array.of(1),
  lower: Float64Array.of(0),
  upper: Float64Array.of(4),
  cost: Int32Array.of(-3),
  supply: Float64Array.of(2, -2),
};

test.each<[string, Partial<NetworkProblem>, MatchingErrorCode]>([
  ["no nodes", { nodes: 0, supply: new Float64Array(0) }, "emptySide"],
  ["nodes that are no number", { nodes: NaN }, "notInteger"],
  ["a plain list for costs", { cost: [NaN] as unknown as Int32Array }, "badFormat"],
  ["half an end of an arc", { to: Float64Array.of(0.5) as unknown as Int32Array }, "badFormat"],
  ["a plain list for the beginnings of arcs", { from: [0] as unknown as Int32Array }, "badFormat"],
  ["bounds of 32 bits", { lower: Int32Array.of(0) as unknown as Float64Array }, "badFormat"],
  ["supplies in a plain list", { supply: [2, -2] as unknown as Float64Array }, "badFormat"],
  ["an arc to nowhere", { to: Int32Array.of(2) }, "outOfRange"],
  ["an arc without a cost", { cost: new Int32Array(0) }, "lengthMismatch"],
  ["a bound that is no number", { lower: Float64Array.of(NaN) }, "notInteger"],
  ["half a bound", { upper: Float64Array.of(2.5) }, "notInteger"],
  ["an endless lower bound", { lower: Float64Array.of(Infinity) }, "notInteger"],
  ["a negative lower bound", { lower: Float64Array.of(-1) }, "negativeCount"],
  ["bounds turned round", { lower: Float64Array.of(5) }, "minAboveMax"],
  ["supplies that are no numbers", { supply: Float64Array.of(NaN, NaN) }, "notInteger"],
  ["supplies that do not balance", { supply: Float64Array.of(2, -1) }, "unbalanced"],
  ["supplies whose costs pass 2⁵³", { supply: Float64Array.of(2 ** 52, -(2 ** 52)) }, "sumTooLarge"],
  ["lower bounds whose costs pass 2⁵³", { lower: Float64Array.of(2 ** 52), upper: Float64Array.of(2 ** 52) }, "sumTooLarge"],
])("refuses a network with %s", (_what, part, code) => {
  expect(codeOf(() => checkNetwork({ ...arc, ...part }))).toBe(code);
});

test("refuses an optimum whose cost passes 2⁵³, rather than round it", () => {
  const circle = { ...arc, from: Int32Array.of(0, 1), to: Int32Array.of(1, 0), lower: new Float64Array(2), cost: Int32Array.of(-3, 0) };

  expect(codeOf(() => solveNetwork({ ...circle, upper: Float64Array.of(2 ** 52, 2 ** 52), supply: new Float64Array(2) }))).toBe("sumTooLarge");
});
