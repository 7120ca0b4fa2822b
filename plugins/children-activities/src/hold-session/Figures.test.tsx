import { cleanup, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { Figures } from "./Figures.js";
import type { Board } from "./use-board.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);

const ratio = { needed: 2, isLeast: true, mode: "pooled", arithmetic: "8÷8 → 1", children: 8 };
const rule = (code: string, params: object = {}) => ({ code, about: null, remedies: [], params: { who: "there", ...params } });
const few = rule("tooFewAdults", { adults: 0, children: 6, needed: 2, short: 2 });
const show = (more: object) => {
  const board = { id: "s", state: "published", present: 0, enrolled: 6, adults: 2, isSafe: true, ratio, violations: [], doors: null, override: null, ...more };
  render(<Figures board={board as unknown as Board} act={async () => undefined} />);
  return document.body.textContent!;
};

test("before the doors may open the figures are of the list, and say by how many places two adults are needed", () => {
  const shown = show({});

  for (const part of ["排的大人 2", "排的人够", "8 个名额要 2 位大人（合起来算 8÷8 → 1，最少两位）"]) expect(shown).toContain(part);
  expect(shown).not.toMatch(/现在够|开门/);
});

test("from an hour ahead who is there is told apart from who is on the list, with what keeps the doors shut", () => {
  const shown = show({ doors: { adults: 0, violations: [few, rule("noFirstAider")] } });

  for (const part of ["到了的大人 0/2", "排的人够", "还不能开门：在场 0 位大人，6 个孩子要 2 位，少 2 位；在场没有会急救的大人"]) expect(shown).toContain(part);
  expect(screen.queryByText("紧急情况，两个人放行")).toBeNull();
});

test("who is there alone with children at the door can ask a second person although the list is enough", () => {
  show({ doors: { adults: 1, violations: [few] } });

  screen.getByText("紧急情况，两个人放行");
});

test("when enough are there the doors may open, and once they are open who is there is what counts", () => {
  expect(show({ doors: { adults: 2, violations: [] } })).toContain("可以开门");
  cleanup();
  const open = show({ state: "open", present: 6, ratio: { ...ratio, children: 6, arithmetic: "6÷8 → 1" } });

  for (const part of ["大人 2", "现在够", "6 个孩子要 2 位大人（合起来算 6÷8 → 1，最少两位）"]) expect(open).toContain(part);
});
