import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/** Run by plain Node from the built packages, as in production: no loader of sources, no condition. */
const production = `
  import { score } from "@lianxin/scheduling";
  import { generatePublished } from "@lianxin/scheduling/bench";
  import { workerRunner } from "@lianxin/server-kit";
  const workers = workerRunner();
  const problem = generatePublished(2, 200);
  const stop = new AbortController();
  let told = 0;
  const onProgress = ({ unplaced }) => unplaced === 0 && ++told === 3 && stop.abort();
  const plan = await workers.run("@lianxin/scheduling/worker", { call: "plan", problem, options: { seed: 1, timeMs: 600_000 } }, { signal: stop.signal, onProgress });
  await workers.close();
  console.log(JSON.stringify({ told, placed: plan.assignments.length, violations: score(problem, plan.assignments).violations, from: import.meta.resolve("@lianxin/scheduling/worker") }));
`;

test("the built planner runs in a thread of the built server, tells how far it is, and gives its best plan when it is cancelled", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", production], { cwd: import.meta.dirname });

  expect(JSON.parse(stdout)).toMatchObject({ told: 3, placed: 200, violations: [], from: expect.stringMatching(/scheduling\/dist\/worker\.js$/) });
});
