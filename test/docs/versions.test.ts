import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { findManifests } from "./find-packages.js";

const root = join(import.meta.dirname, "../..");
/** Nx, the Preact preset and the sign-in library install together only when npm may choose within this line. */
const mayFloat = ["@babel/core"];

interface Named {
  readonly name: string;
  readonly version: string;
  readonly by: string;
}
const named: Named[] = findManifests(root).flatMap((file) => {
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, string> | undefined>;
  const lists = ["dependencies", "devDependencies", "peerDependencies"].map((list) => manifest[list] ?? {});
  return lists.flatMap((list) => Object.entries(list).map(([name, version]) => ({ name, version, by: relative(root, file) })));
});

test("every package names the same version of a library", () => {
  const versions = new Map<string, Set<string>>();
  for (const { name, version } of named) versions.set(name, (versions.get(name) ?? new Set()).add(version));

  const apart = [...versions].filter(([, found]) => found.size > 1).map(([name, found]) => `${name}: ${[...found].join(", ")}`);

  expect(versions.size).toBeGreaterThan(50);
  expect(apart).toEqual([]);
});

test("every version is exact", () => {
  const floating = named
    .filter(({ name, version }) => !/^\d+\.\d+\.\d+$/.test(version) && !mayFloat.includes(name))
    .map(({ name, version, by }) => `${by}: ${name} ${version}`);

  expect(floating).toEqual([]);
});
