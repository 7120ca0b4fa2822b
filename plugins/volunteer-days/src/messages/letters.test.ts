import { expect, test } from "vitest";
import { lettersEn } from "./letters.en.js";
import { lettersZhCN } from "./letters.zh-CN.js";

test("no letter goes on behind an address, as phones take the words after it into the link", () => {
  const texts = [...Object.values(lettersZhCN), ...Object.values(lettersEn)].filter((text) => /\{(link|newLink|links)\}/.test(text));

  expect(texts.length).toBeGreaterThan(30);
  expect(texts.filter((text) => !/\{(link|newLink|links)\}$/.test(text))).toEqual([]);
});
