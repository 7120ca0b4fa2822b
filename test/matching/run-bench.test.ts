import { expect, test } from "vitest";
import { benchMatching, listRows } from "../bench/matching/run-bench.js";

test("has a row for every goal", () => {
  expect(listRows()).toEqual([
    "dense",
    "pairing",
    "pairing-cold",
    "two-each",
    "capacity",
    "geometric-10k",
    "uniform-10k",
    "roster-2k",
    "roster-20k",
    "uniform-100k",
    "geometric-100k",
    "roster-200-cold",
    "roster-200-warm",
    "withdrawal-10k-p50",
    "withdrawal-10k-p99",
    "withdrawal-878-p50",
    "withdrawal-878-p95",
    "shortage-10k-few",
    "shortage-10k-all",
    "memory-100k",
    "size",
    "certificates-pairing",
    "certificates-roster",
    "why-not",
  ]);
});

test("the main door is at most 20 kB, minified and gzipped", async () => {
  const rows = await benchMatching({ rows: ["size"] });

  expect(rows).toEqual([
    expect.objectContaining({ id: "size", unit: "kB", goal: "≤ 20", holds: true }),
    expect.objectContaining({ id: "total", unit: "min", holds: true }),
  ]);
  expect(rows[0]!.figure).toBeGreaterThan(10);
});

test("refuses a row that does not exist, naming those that do", async () => {
  await expect(benchMatching({ rows: ["sise"] })).rejects.toThrow(/no row "sise"[^]*size/);
});
