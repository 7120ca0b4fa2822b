import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "vite";

const root = join(import.meta.dirname, "..");
const out = mkdtempSync(join(tmpdir(), "lianxin-sizes-"));
/** Bytes after gzip -9. */
const gzipped = (name: string): number => gzipSync(readFileSync(join(out, name)), { level: 9 }).length;

beforeAll(() => build({ root, configFile: join(root, "vite.shared.config.ts"), logLevel: "silent", build: { outDir: out } }), 60_000);
afterAll(() => rmSync(out, { recursive: true }));

test("builds each shared module into one file, so that nothing of them exists twice", () => {
  expect(
    readdirSync(out)
      .filter((name) => name.endsWith(".js"))
      .sort(),
  ).toEqual([
    "jsx-runtime.js",
    "preact-hooks.js",
    "preact-iso.js",
    "preact.js",
    "signals.js",
    "web-kit-feedback.js",
    "web-kit-forms.js",
    "web-kit-table.js",
    "web-kit.js",
  ]);
});

test("keeps the kit's core within 6 kB, its other modules within theirs, and all within 26 kB", () => {
  const sizes = Object.fromEntries(
    readdirSync(out)
      .filter((name) => name.endsWith(".js"))
      .map((name) => [name, gzipped(name)]),
  );

  expect(sizes["web-kit.js"]).toBeLessThanOrEqual(6_000);
  expect(sizes["web-kit-forms.js"]).toBeLessThanOrEqual(5_000);
  expect(sizes["web-kit-table.js"]).toBeLessThanOrEqual(1_800);
  expect(sizes["web-kit-feedback.js"]).toBeLessThanOrEqual(1_500);
  expect(Object.values(sizes).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(26_500);
});

test("asks the oldest browsers for nothing they do not have", () => {
  const scripts = readdirSync(out)
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(join(out, name), "utf8"));
  const newer =
    /\.(toSorted|toReversed|toSpliced|findLast|findLastIndex|groupBy)\(|Promise\.withResolvers|Array\.fromAsync|crypto\.randomUUID|structuredClone\(/;

  expect(scripts.flatMap((script) => newer.exec(script)?.[0] ?? [])).toEqual([]);
});
