import { expect, test } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { moves } from "./matter-state.js";
import { tellNextSteps } from "./wrong-state.js";

const words = zhCN as Readonly<Record<string, string>>;
const text = (key: string): string => {
  const word = words[key.replace("matters.", "")];
  if (!word) throw new Error(`There is no word for ${key}.`);
  return word;
};

test("a refusal names a next step in every stage there is", () => {
  const states = [...new Set(["proposed", ...Object.values(moves).flatMap(({ from, to }) => [...from, to])])];

  for (const state of states) expect(tellNextSteps(text, state), state).not.toBe("");
  expect(tellNextSteps(text, "returned")).toBe("重新办理");
  expect(tellNextSteps(text, "scheduled")).toBe("等开会：会上议定，或下次再议");
});
