import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const homes = ["packages", "packages/engine", "plugins", "examples"];
const folders = homes.flatMap((home) =>
  readdirSync(join(root, home), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${home}/${name}/src/messages`),
);
const filesOf = (folder: string): string[] => {
  try {
    return readdirSync(join(root, folder)).filter((file) => file.endsWith("zh-CN.ts"));
  } catch {
    return [];
  }
};
const keysIn = (path: string): string[] => [...readFileSync(join(root, path), "utf8").matchAll(/^ {2}"?([\w.]+)"?:/gm)].map(([, key]) => key!);

test("no two files of a package's texts give the same key, so that none hides another", () => {
  const withTexts = folders.filter((folder) => filesOf(folder).length > 1);
  const twice = withTexts.flatMap((folder) => {
    const seen = new Map<string, string>();
    return filesOf(folder).flatMap((file) =>
      keysIn(`${folder}/${file}`).flatMap((key) => {
        const before = seen.get(key);
        seen.set(key, file);
        return before && before !== file ? [`${folder}: "${key}" in ${before} and ${file}`] : [];
      }),
    );
  });

  expect(withTexts.length).toBeGreaterThan(3);
  expect(twice).toEqual([]);
});
