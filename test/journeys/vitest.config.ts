import { defineConfig } from "vitest/config";

/** Stories run every time; the sweeps over widths and the tests of stops and threads with the full suite (`npm run test:full`). */
const onlyInFull = process.env.LIANXIN_FULL ? [] : ["directory", "stop-server", "plan-in-worker", "plan-month"];

/** Whole-app journeys: the built server, a real browser, real mail. One after the other, because each has two cores to itself. */
export default defineConfig({
  resolve: { conditions: ["@lianxin/source"] },
  ssr: { resolve: { conditions: ["@lianxin/source"] } },
  test: {
    root: import.meta.dirname,
    include: ["**/*.journey.ts"],
    exclude: onlyInFull.map((name) => `${name}.journey.ts`),
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
