import { expect, test } from "vitest";
import highsLoader from "highs";
import { checkPairing, type PairingProblem, solvePairing, verifyPairing } from "@lianxin/matching/integers";
import { solveNetwork } from "@lianxin/matching/network";
import { readProblem } from "@lianxin/matching/read";
import { makeDense } from "../bench/matching/make-dense.js";
import { makeRoster } from "../bench/matching/make-roster.js";
import { makeGeometric, makeUniform } from "../bench/matching/make-sparse.js";
import { writeDimacs } from "../bench/matching/write-dimacs.js";

const sparse = { rows: 400, columns: 150, degree: 8, columnMin: 1, columnMax: 5 };
const instances: [string, PairingProblem][] = [
  ["dense, with cores", makeDense({ rows: 240, columns: 230, each: 1, columnMin: 1, columnMax: 2, forbidden: 0.05 }, 1)],
  ["two each, with cores", makeDense({ rows: 230, columns: 240, each: 2, columnMin: 1, columnMax: 3, forbidden: 0.05 }, 2)],
  ["uniform", makeUniform(sparse, 3)],
  ["geometric", makeGeometric(sparse, 4)],
  ["roster", makeRoster({ people: 300, shifts: 40, available: 10, heads: 6 }, 5)],
];

test.each(instances)("both engines agree, certified: %s", (_name, problem) => {
  checkPairing(problem);

  const answer = solvePairing(problem);
  const file = readProblem(writeDimacs(problem));
  const network = file.kind === "network" && solveNetwork(file.network);

  expect(answer.solved && verifyPairing(problem, answer).reason).toBe("");
  expect(answer.solved && answer.objective).toBe(network && network.solved && network.objective);
});

test("equals the linear programme of HiGHS on a small roster", async () => {
  const problem = makeRoster({ people: 120, shifts: 6, available: 4, heads: 9 }, 6);
  // The package is CommonJS: its types name a default export, Node gives the function itself.
  const highs = await (highsLoader as unknown as typeof highsLoader.default)();

  const oracle = highs.solve(linearProgramme(problem));

  const answer = solvePairing(problem);
  expect(answer.solved && answer.objective).toBe(Math.round(oracle.ObjectiveValue));
  expect(oracle.Status).toBe("Optimal");
});

/** The roster in CPLEX LP format: x per pair, s per step of a person. */
function linearProgramme({ rows, columns, start, column, cost, rowMin, rowMax, columnMax, step }: PairingProblem): string {
  const terms: string[] = [];
  const bounds: string[] = [];
  const rules: string[] = [];
  const ofColumn: string[][] = Array.from({ length: columns }, () => []);
  for (let i = 0; i < rows; i++) {
    const own: string[] = [];
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      own.push(`x${e}`);
      ofColumn[column[e]!]!.push(`x${e}`);
      terms.push(`${cost[e]! < 0 ? "-" : "+"} ${Math.abs(cost[e]!)} x${e}`);
      bounds.push(`0 <= x${e} <= 1`);
    }
    rules.push(`lo${i}: ${own.join(" + ")} >= ${rowMin[i]!}`, `hi${i}: ${own.join(" + ")} <= ${rowMax[i]!}`);
  }
  for (let j = 0, at = 0; j < columns; at += columnMax[j]!, j++) {
    const places = Array.from({ length: columnMax[j]! }, (_, k) => `s${at + k}`);
    places.forEach((place, k) => {
      terms.push(`+ ${step?.[at + k] ?? 0} ${place}`);
      bounds.push(`0 <= ${place} <= 1`);
    });
    if (ofColumn[j]!.length > 0) rules.push(`c${j}: ${ofColumn[j]!.join(" + ")} - ${places.join(" - ")} = 0`);
  }
  return `Minimize\n obj: ${terms.join(" ")}\nSubject To\n ${rules.join("\n ")}\nBounds\n ${bounds.join("\n ")}\nEnd\n`;
}
