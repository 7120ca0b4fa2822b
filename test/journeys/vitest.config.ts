import { defineConfig } from "vitest/config";

/** The first start and the main job run every time; the sweeps over widths and the tests of stops and threads with the full suite (`npm run test:full`). */
const isFull = Boolean(process.env.LIANXIN_FULL);

/** Whole-app journeys: the built server, a real browser, real mail. One after the other, because each has two cores to itself. */
export default defineConfig({
  resolve: { conditions: ["@lianxin/source"] },
  ssr: { resolve: { conditions: ["@lianxin/source"] } },
  test: {
    root: import.meta.dirname,
    include: isFull ? ["**/*.journey.ts"] : ["first-start.journey.ts", "story-a1/*.journey.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
