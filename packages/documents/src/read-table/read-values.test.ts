import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { normaliseText } from "../read-sheet/normalise-text.js";
import type { Reading } from "./column.js";
import { foldHeader } from "./find-header.js";
import { readDate } from "./read-date.js";
import { countIdCheck, readIdCode } from "./read-id-code.js";
import { readName } from "./read-name.js";
import { readPhone } from "./read-phone.js";
import { readChoice, readText, readWholeNumber, readYesNo } from "./read-simple.js";

const outcome = (reading: Reading<unknown>) => ("code" in reading ? reading.code : String(reading.value));
const correction = (reading: Reading<unknown>) => ("code" in reading ? undefined : reading.corrected?.code);

test.each([
  ["１９９００００１２３４", "19900001234"],
  ["+86 199-0000-1234", "19900001234"],
  ["0086 19900001234", "19900001234"],
  ["8619900001234", "19900001234"],
  ["(0794)3612345", "0794-3612345"],
  ["010 12345678", "010-12345678"],
  ["3612345", "3612345"],
  ["66123", "66123"],
  ["1990000123", "phone.length"],
  ["199000012345", "phone.length"],
  ["12900001234", "phone.wrong"],
  ["无", "phone.wrong"],
  ["19900001234/19900005678", "phone.several"],
  ["19900001234 19900005678", "phone.several"],
])("reads the phone %s as %s", (text, expected) => {
  const reading = readPhone(normaliseText(text));

  expect(outcome(reading)).toBe(expected);
});

test.each([
  ["2026-09-08", "2026-09-08"],
  ["2026.9.8", "2026-09-08"],
  ["2026/9/8 15:00:00", "2026-09-08"],
  ["２０２６年９月８日", "2026-09-08"],
  ["2026 年 9 月 8 日（", "date.wrong"],
  ["2026年9月8号 星期二", "2026-09-08"],
  ["20260908", "2026-09-08"],
  ["2026．9．8", "2026-09-08"],
  ["9月8日", "2026-09-08"],
  ["9.8", "2026-09-08"],
  ["26.9.8", "date.short.year"],
  ["2026年9月", "date.missing.day"],
  ["2026", "date.missing.day"],
  ["2026-02-30", "date.wrong"],
  ["农历八月初三", "date.lunar"],
  ["下周三", "date.wrong"],
])("reads the date %s as %s", (text, expected) => {
  const reading = readDate({ yearOf: Temporal.PlainDate.from("2026-03-01") })(normaliseText(text), "text");

  expect(outcome(reading)).toBe(expected);
});

test("says that a year was supposed, and asks for it when none may be", () => {
  const supposed = readDate({ yearOf: Temporal.PlainDate.from("2026-03-01") })("9月8日", "text");
  const asked = readDate()("9月8日", "text");

  expect(supposed).toMatchObject({ corrected: { code: "date.year.assumed", params: { year: 2026 } } });
  expect(outcome(asked)).toBe("date.missing.year");
});

test("reads a date that lost its format only when the cell is a number", () => {
  const number = readDate()("46273", "number");
  const text = readDate()("46273", "text");

  expect([outcome(number), correction(number), outcome(text)]).toEqual(["2026-09-08", "date.serial", "date.wrong"]);
});

test.each([
  ["张　三", "张三", "name.spaces"],
  ["欧阳 娜 娜", "欧阳娜娜", "name.spaces"],
  ["阿依古丽•买买提", "阿依古丽·买买提", undefined],
  ["阿依古丽 ． 买买提", "阿依古丽·买买提", undefined],
  ["张桂英（大）", "张桂英（大）", undefined],
  ["Li  Lei", "Li Lei", undefined],
  ["𠮷田", "𠮷田", undefined],
  ["张三、李四", "name.several", undefined],
  ["李建平13", "name.wrong", undefined],
  ["——", "name.wrong", undefined],
  ["长".repeat(51), "name.long", undefined],
])("reads the name %s as %s", (text, expected, corrected) => {
  const reading = readName(normaliseText(text));

  expect([outcome(reading), correction(reading)]).toEqual([expected, corrected]);
});

test.each([
  ["999999194912310025", "999999194912310025"],
  ["999999 20150601 0118", "999999201506010118"],
  ["11010519491231002x", "11010519491231002X"],
  ["999999194912310024", "idCode.checksum"],
  ["999999194913310025", "idCode.date"],
  ["99999919491231002", "idCode.length"],
  ["999999491231002", "999999491231002"],
  ["9999991949123100A5", "idCode.wrong"],
])("reads the identity number %s as %s", (text, expected) => {
  const reading = readIdCode(text, "text");

  expect(outcome(reading)).toBe(expected);
});

test("refuses an identity number that the spreadsheet cut to 15 digits", () => {
  const reading = readIdCode("999999194912310016", "number");

  expect(outcome(reading)).toBe("idCode.truncated");
});

test("notices any one digit changed in an identity number", () => {
  const digits = "99999919491231002";
  const code = digits + countIdCheck(digits);

  fc.assert(
    fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const changed = code.slice(0, at) + String((Number(code[at]) + by) % 10) + code.slice(at + 1);

      expect(outcome(readIdCode(changed, "text"))).toMatch(/^idCode\./);
    }),
    { seed: 11643 },
  );
});

test.each([
  ["是", "true"],
  ["√", "true"],
  ["Y", "true"],
  ["否", "false"],
  ["×", "false"],
  ["可能", "yesNo.wrong"],
])("reads %s as %s", (text, expected) => {
  const reading = readYesNo(text);

  expect(outcome(reading)).toBe(expected);
});

test.each([
  ["12人", "12"],
  ["1,200", "1200"],
  ["3.0", "3"],
  ["3.5", "number.wrong"],
  ["十二", "number.wrong"],
  ["5000", "number.range"],
])("reads the number %s as %s", (text, expected) => {
  const reading = readWholeNumber({ most: 2_000, units: ["人"] })(text, "text");

  expect(outcome(reading)).toBe(expected);
});

test("reads a choice by any of its words and lists them when it is none", () => {
  const readSex = readChoice({ female: ["女", "女性"], male: ["男", "男性", "m"] });

  const readings = ["女 性", "M", "male"].map((text) => outcome(readSex(text, "text")));

  expect(readings).toEqual(["female", "male", "male"]);
  expect(readSex("未知", "text")).toEqual({ code: "choice.wrong", params: { choices: "女、男", value: "未知" } });
});

test("counts the characters of a text as people do", () => {
  const reading = readText({ limit: 2 })("𠮷𠮷𠮷", "text");

  expect(reading).toEqual({ code: "text.long", params: { limit: 2, length: 3 } });
});

test("takes no time over a cell made to be slow", () => {
  const start = performance.now();

  for (const text of ["1234567" + "/".repeat(32_000), "T".repeat(32_000), "（".repeat(32_000), " ".repeat(32_000) + "x"]) {
    [readPhone, readName, readDate(), readIdCode, readYesNo, readWholeNumber(), readText()].forEach((read) => read(text, "text"));
    foldHeader(text);
    normaliseText(text);
  }

  expect(performance.now() - start).toBeLessThan(1_000);
});
