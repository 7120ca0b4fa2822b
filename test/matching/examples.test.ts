import { readFileSync } from "node:fs";
import { join } from "node:path";
import { workerRunner } from "@lianxin/server-kit";
import { afterAll, expect, test } from "vitest";
import { embedExamples } from "../docs/embed-examples.js";
import { forbidden, whyNot, whyThis } from "./examples/ask-why.js";
import { planAside } from "./examples/ask-worker.js";
import { cheapest, fewestForced, priced, withinSlack } from "./examples/keep-moves-few.js";
import { paired } from "./examples/pair-elders.js";
import { planned } from "./examples/plan-roster.js";
import { refusal, short } from "./examples/say-shortage.js";
import { changed, kept, solved, why, withdrawn } from "./examples/solve-integers.js";
import { certified, fromFile, objective } from "./examples/solve-network.js";

const root = join(import.meta.dirname, "../..");
const workers = workerRunner();
afterAll(() => workers.close());
const pairsOf = (answer: typeof planned) => (answer.solved ? answer.placements.map(({ person, place }) => `${place}-${person}`) : []);

test("the code in docs/matching.md is the code of these examples", async () => {
  const page = join(root, "docs/matching.md");

  const embedded = embedExamples(readFileSync(page, "utf8"), (path) => readFileSync(join(root, path), "utf8"));

  expect(embedded.match(/^<!-- from /gm)!.length).toBe(8);
  await expect(embedded).toMatchFileSnapshot(page);
});

test("elders are paired within their village, and the desk says why", () => {
  expect(paired).toMatchObject({ solved: true, certified: true, objective: 10 });
  expect(pairsOf(paired)).toEqual(["e1-k2", "e2-k2", "e3-k1"]);
  expect([whyThis, whyNot, forbidden]).toEqual([
    "张奶奶 – 李干部：同村优先 1 不同村 (10)。没有它就排不成",
    "赵爷爷 – 王干部：同村优先 1 不同村 (10)。要这样排，总费用多 10，要动的有：王干部去赵爷爷，李干部不去赵爷爷",
    "张奶奶 – 王干部：不可以，因为“自己的父母不算结对”",
  ]);
});

test("a roster keeps two roles of one day apart, and old plans in three ways", () => {
  expect(planned).toMatchObject({ solved: true, certified: true });
  expect([planned, fewestForced, cheapest].map(pairsOf)).toEqual([
    ["周六领队-v2", "周六队员-v3", "周日领队-v2"],
    ["周六领队-v2", "周六队员-v3", "周日领队-v2"],
    ["周六领队-v2", "周六队员-v3", "周日领队-v4"],
  ]);
  expect([fewestForced, priced, cheapest, withinSlack].map((answer) => answer.solved && answer.kept)).toEqual([
    { moves: 0, dropped: 0, atLeast: 0, movesProven: true, gone: 0, cost: 9.9, optimum: 5.7, givenUp: 4.2 },
    { moves: 1, dropped: 1, atLeast: 2, movesProven: true, gone: 0, cost: 5.7, optimum: 5.7, givenUp: 0 },
    { moves: 1, dropped: 1, atLeast: 2, movesProven: true, gone: 0, cost: 5.7, optimum: 5.7, givenUp: 0 },
    { moves: 1, dropped: 1, atLeast: 2, movesProven: true, gone: 0, cost: 5.7, optimum: 5.7, givenUp: 0 },
  ]);
});

test("what cannot be served and what is refused is said in words", () => {
  expect([short, refusal()]).toEqual(["这 1 处（周六队员）一共要 1 个人，没有能用的人选，还差 1 个", "人员 v1 至少 3，却至多 2。请让下限不大于上限"]);
});

test("the integer layer proves, keeps, changes and explains", () => {
  expect(solved).toEqual({ objective: 2, certified: true });
  expect(kept.map((one) => "plan" in one && [one.cost, one.moves])).toEqual([
    [2, 2],
    [7, 0],
    [3, 1],
  ]);
  expect(withdrawn).toEqual({ objective: 7, partners: [[1], [2]] });
  expect(changed).toMatchObject({ solved: true, objective: 7 });
  expect(why).toEqual({ inPlan: false, cost: 5, with: undefined });
  expect([certified, objective, fromFile.objective]).toEqual([true, 9, 2]);
});

test("a worker of the server gives the same plan and reasons", async () => {
  const { plan, why: told } = await planAside({ runInWorker: workers.run });

  expect(plan).toEqual(planned);
  expect(told).toMatchObject({ person: "v1", place: "周日领队" });
});
