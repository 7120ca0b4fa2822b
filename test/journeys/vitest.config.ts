import { defineConfig } from "vitest/config";

/** Long stories take minutes each: they run with the full suite (`npm run test:full`), the first start with every run. */
const isFull = Boolean(process.env.LIANXIN_FULL);

/** Whole-app journeys: the built server, a real browser, real mail. One after the other, because each has two cores to itself. */
export default defineConfig({
  resolve: { conditions: ["@lianxin/source"] },
  ssr: { resolve: { conditions: ["@lianxin/source"] } },
  test: {
    root: import.meta.dirname,
    include: [isFull ? "**/*.journey.ts" : "first-start.journey.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
