import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeWords } from "./merge-words.js";

const layer = (id: string, words: string, replacesId: string | null = null) => ({ id, words, replacesId });
const first = layer("a", "墙塌了\n没有伤人\n要拆");

test("words over the latest layer stand as they were written", () => {
  expect(mergeWords([first], "a", "墙塌了 12 米")).toEqual({ onId: "a", words: "墙塌了 12 米", isMerged: false, clashes: 0 });
});

test("two writers who changed different lines of one version both stand in one text", () => {
  const layers = [first, layer("b", "墙塌了 12 米\n没有伤人\n要拆", "a")];

  expect(mergeWords(layers, "a", "墙塌了\n没有伤人\n要拆，再重建")).toEqual({
    ...{ onId: "b", words: "墙塌了 12 米\n没有伤人\n要拆，再重建", isMerged: true, clashes: 0 },
  });
});

test("where both wrote over the same line both writings stand, and it is said", () => {
  const layers = [first, layer("b", "墙塌了 12 米\n没有伤人\n要拆", "a"), layer("c", "墙塌了 12 米\n没有伤人\n要拆", "b")];

  expect(mergeWords(layers, "a", "东侧的墙塌了\n没有伤人\n要拆")).toEqual({
    ...{ onId: "c", words: "东侧的墙塌了\n墙塌了 12 米\n没有伤人\n要拆", isMerged: true, clashes: 1 },
  });
});

test("words over a layer that is not there are not taken", () => {
  expect(mergeWords([first], "z", "什么")).toBeUndefined();
});

test("no line that a writer added to a stale version is lost, whatever the others did meanwhile", () => {
  const line = fc.stringMatching(/^[一-十]{1,3}$/);
  const text = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, fc.array(text, { minLength: 1, maxLength: 4 }), text, (was, others, mine) => {
      const layers = [was, ...others].map((words, n) => layer(`l${n}`, words, n === 0 ? null : `l${n - 1}`));
      const latest = layers.at(-1)!;
      const standing = mergeWords(layers, "l0", mine)!.words.split("\n");

      for (const words of [mine, latest.words])
        for (const added of words.split("\n").filter((one) => !was.split("\n").includes(one))) expect(standing).toContain(added);
    }),
    { seed: 20260910, numRuns: 300 },
  );
});
