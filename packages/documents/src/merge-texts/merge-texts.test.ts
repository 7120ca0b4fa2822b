import fc from "fast-check";
import { expect, test } from "vitest";
import { matchLines } from "./match-lines.js";
import { mergeTexts, settleText } from "./merge-texts.js";

const text = fc.array(fc.constantFrom<string>("甲", "乙", "丙", "丁", "戊", ""), { maxLength: 9 });
const count = (lines: readonly string[]) => lines.reduce((sum, line) => sum.set(line, (sum.get(line) ?? 0) + 1), new Map<string, number>());

test("puts a correction of one person and a new paragraph of another together", () => {
  const was = ["会议由王秀珍主持。", "挡土墙坍毁约 12 米。", "散会。"];

  const merged = mergeTexts(
    was,
    ["会议由王秀珍主持。", "挡土墙坍毁 12.5 米。", "散会。"],
    ["会议由王秀珍主持。", "挡土墙坍毁约 12 米。", "刘工到场说明。", "散会。"],
  );

  expect(merged.clashes).toBe(0);
  expect(settleText(merged)).toEqual(["会议由王秀珍主持。", "挡土墙坍毁 12.5 米。", "刘工到场说明。", "散会。"]);
});

test("changes in different places do not clash", () => {
  const merged = mergeTexts(["一", "二", "三"], ["一改", "二", "三"], ["一", "二", "三", "四"]);

  expect([merged.clashes, settleText(merged)]).toEqual([0, ["一改", "二", "三", "四"]]);
});

test("what both changed differently is a clash that is settled one way, the other, or both", () => {
  const merged = mergeTexts(["一", "二"], ["一", "二甲"], ["一", "二乙"]);

  expect(merged.pieces.at(-1)).toEqual({ kind: "clash", was: ["二"], mine: ["二甲"], theirs: ["二乙"] });
  expect((["mine", "theirs", "both"] as const).map((how) => settleText(merged, [how]).slice(1))).toEqual([["二甲"], ["二乙"], ["二甲", "二乙"]]);
});

test("a paragraph one deleted and the other changed is kept as it was changed", () => {
  expect(settleText(mergeTexts(["一", "二"], ["一"], ["一", "二改"]))).toEqual(["一", "二改"]);
});

test("a text nobody else changed comes out as it was written, whoever wrote it, and the same writing twice comes out once", () => {
  fc.assert(
    fc.property(text, text, (was, mine) => {
      expect(settleText(mergeTexts(was, mine, was))).toEqual(mine);
      expect(settleText(mergeTexts(was, was, mine))).toEqual(mine);
      expect(settleText(mergeTexts(was, mine, mine))).toEqual(mine);
    }),
    { seed: 11, numRuns: 300 },
  );
});

test("no paragraph that anybody added is lost, and none comes out of nowhere", () => {
  fc.assert(
    fc.property(text, text, text, (was, mine, theirs) => {
      const [old, out] = [count(was), count(settleText(mergeTexts(was, mine, theirs)))];

      for (const written of [count(mine), count(theirs)])
        for (const [line, times] of written) expect(out.get(line) ?? 0).toBeGreaterThanOrEqual(times - (old.get(line) ?? 0));
      for (const line of out.keys()) expect(mine.includes(line) || theirs.includes(line)).toBe(true);
    }),
    { seed: 12, numRuns: 500 },
  );
});

test("a line deleted by one and left alone by the other is gone", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 9 }), fc.nat(), (was, at) => {
      const gone = was[at % was.length]!;

      expect(
        settleText(
          mergeTexts(
            was,
            was.filter((line) => line !== gone),
            was,
          ),
        ),
      ).not.toContain(gone);
    }),
    { seed: 13 },
  );
});

test("clashes are the same places whoever is named first", () => {
  fc.assert(
    fc.property(text, text, text, (was, mine, theirs) => {
      expect(mergeTexts(was, mine, theirs).clashes).toBe(mergeTexts(was, theirs, mine).clashes);
    }),
    { seed: 14, numRuns: 300 },
  );
});

/** Written apart: the length of a longest common part, by trying everything. */
const longest = (a: readonly string[], b: readonly string[]): number =>
  a.length === 0 || b.length === 0
    ? 0
    : a[0] === b[0]
      ? Math.max(1 + longest(a.slice(1), b.slice(1)), longest(a.slice(1), b))
      : Math.max(longest(a.slice(1), b), longest(a, b.slice(1)));

test("matches as many lines as can be matched, in order", () => {
  const short = fc.array(fc.constantFrom("甲", "乙", "丙"), { maxLength: 7 });
  fc.assert(
    fc.property(short, short, (a, b) => {
      const matches = matchLines(a, b);

      expect(matches).toHaveLength(longest(a, b));
      expect(matches.every(([i, j], n) => a[i] === b[j] && (n === 0 || (i > matches[n - 1]![0] && j > matches[n - 1]![1])))).toBe(true);
    }),
    { seed: 15 },
  );
});
