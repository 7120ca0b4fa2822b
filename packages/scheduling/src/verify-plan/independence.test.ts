import { readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { expect, test } from "vitest";

const src = join(import.meta.dirname, "..");

/** Modules that a file needs when it runs; imports of types alone leave nothing behind. */
function listImports(file: string): string[] {
  const found = [...readFileSync(join(src, file), "utf8").matchAll(/^(?:import|export) (?!type )[^;]*? from "([^"]+)\.js";/gm)];
  return found.map((one) => normalize(join(file, "..", `${one[1]}.ts`)));
}

function reach(files: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    listImports(file).forEach(visit);
  };
  files.forEach(visit);
  return found;
}

/** What the checker shares with the search: the shapes and errors, the terms and their weights, and civil dates. */
const SHARED = ["count-days/civil-date.ts", "count-days/moment.ts", "count-days/read-horizon.ts", "objective.ts", "scheduling-error.ts", "steps.ts"];

test("the checker runs without any part of the search: it shares dates, errors, terms and steps, and nothing else", () => {
  const own = readdirSync(join(src, "verify-plan"))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => `verify-plan/${name}`);

  const shared = [...reach(own)].filter((file) => !own.includes(file)).sort();

  expect(own.length).toBeGreaterThan(5);
  expect(shared).toEqual(SHARED);
});

test("the search runs without the checker, but for the judgement that a plan is handed over with", () => {
  const search = [...reach(["plan-meetings/advance-plan.ts", "propose-slots/propose.ts", "replan-meetings/apply-changes.ts"])];

  expect(search.length).toBeGreaterThan(30);
  expect(search.filter((file) => file.startsWith("verify-plan/"))).toEqual([]);
});
