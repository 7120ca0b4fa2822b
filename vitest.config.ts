import { defineConfig } from "vitest/config";

const conditions = ["@lianxin/source"];
const shared = {
  oxc: { jsx: { runtime: "automatic" as const, importSource: "preact", development: false } },
  resolve: { conditions: ["@lianxin/source", "module", "browser"], dedupe: ["preact", "@preact/signals", "preact-iso"] },
  ssr: { resolve: { conditions } },
};
const folders = ["packages", "plugins", "apps", "examples"];

/** Generates a plugin and runs its tests, its types and its build: minutes of work, so it belongs to npm run test:full. */
const onlyInFull = process.env.LIANXIN_FULL ? [] : ["packages/nx-plugin/generators/**/plugin.test.ts"];

/** Rules and servers run in Node, pages in a small DOM; whole-app journeys have a configuration of their own in test/. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    globalSetup: ["test/run/start-postgres-once.ts"],
    projects: [
      {
        ...shared,
        test: {
          name: "node",
          // Tests share no state but files of their own, and loading the same server for each file took a third of a run.
          isolate: false,
          include: [...folders.map((f) => `${f}/**/src/**/*.test.ts`), "packages/nx-plugin/**/*.test.ts", "test/*/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**", ...onlyInFull],
          environment: "node",
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: "pages",
          include: folders.map((f) => `${f}/**/src/**/*.test.tsx`),
          exclude: ["**/node_modules/**", "**/dist/**"],
          environment: "happy-dom",
          testTimeout: 30_000,
        },
      },
    ],
  },
});
