import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readProblem, solveProblem } from "@lianxin/matching/read";

test("the example of docs/matching-json.md is read strictly, planned and certified", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/matching-json.md"), "utf8");
  const [, example] = /```json\n([^]*?)```/.exec(page)!;

  const solved = solveProblem(readProblem(example!));

  expect(solved).toMatchObject({ kind: "plan", solved: true, certified: true, answer: { fairness: {}, kept: { moves: 2, dropped: 0, gone: 0 } } });
  expect(solved.answer.solved && "placements" in solved.answer && solved.answer.placements.map(({ person, place }) => `${place}-${person}`)).toEqual([
    "e1-k1",
    "s1-k1",
    "s1-k2",
  ]);
});
