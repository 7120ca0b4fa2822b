import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { openBrowser } from "../journeys/open-browser.js";
import { solveMany } from "./solve-many.js";

const hasChromium = existsSync(process.env.CHROMIUM ?? "/usr/bin/chromium");

test.skipIf(!hasChromium)(
  "plans, ties included, are the same to the byte in Node and in Chromium (skipped where there is no Chromium)",
  async () => {
    const entry = fileURLToPath(new URL("./solve-many.ts", import.meta.url));
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: "iife",
      globalName: "matching",
      platform: "browser",
      conditions: ["@lianxin/source"],
      logLevel: "error",
    });
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      await page.evaluate(outputFiles[0]!.text + "; globalThis.matching = matching");

      const there = await page.evaluate(() => (globalThis as unknown as { matching: { solveMany(): string } }).matching.solveMany());

      const here = solveMany();
      expect(here.length).toBeGreaterThan(10_000);
      expect(there).toBe(here);
    } finally {
      await browser.close();
    }
  },
  60_000,
);
