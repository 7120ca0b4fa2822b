import { defineConfig } from "vitest/config";

/** Whole-app journeys: the built server, a real browser, real mail. One after the other, because each has two cores to itself. */
export default defineConfig({
  resolve: { conditions: ["@lianxin/source"] },
  ssr: { resolve: { conditions: ["@lianxin/source"] } },
  test: { root: import.meta.dirname, include: ["**/*.journey.ts"], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 },
});
