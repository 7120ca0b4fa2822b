import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { en } from "./en.js";
import { zhCN } from "./zh-CN.js";

const source = join(import.meta.dirname, "..");
const sources = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test.") && !file.startsWith("texts"))
  .map((file) => readFileSync(join(source, file), "utf8"))
  .join("\n");
const paramsOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test("says everything in both languages, with the same params", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zhCN).sort());
  for (const [key, text] of Object.entries(zhCN)) expect([key, paramsOf(en[key as keyof typeof en])]).toEqual([key, paramsOf(text)]);
});

test("has a text for every key that the shell names, and names every text", () => {
  const named = new Set(sources.match(/shell\.[\w.]*\w/g)!.filter((key) => !["shell.set-up", "shell.gallery", "shell.set"].includes(key)));

  expect([...named].filter((key) => !(key in zhCN))).toEqual([]);
  expect(Object.keys(zhCN).filter((key) => !named.has(key))).toEqual([]);
});

test("uses none of the words that people should not have to read", () => {
  const forbidden = /失败|非法|操作|数据|用户|系统错误|提交成功|！/;

  expect(Object.values(zhCN).filter((text) => forbidden.test(text))).toEqual([]);
});
