import fc from "fast-check";
import { expect, test } from "vitest";
import { readMail, readPhone } from "./read-address.js";
import { nameKeyOf, readName } from "./read-name.js";
import { isCurrent, overlaps, type Term } from "./read-term.js";

test.each([
  ["张　三", "张三"],
  [" 欧阳 娜 ", "欧阳娜"],
  ["买买提•艾力", "买买提·艾力"],
  ["阿卜杜拉 ・ 肉孜", "阿卜杜拉·肉孜"],
  ["Mary  Ann", "Mary Ann"],
  ["𠮷野", "𠮷野"],
])("reads %j as the name %j", (raw, name) => void expect(readName(raw)).toBe(name));

test("refuses empty names, names over fifty characters, and names that turn writing around", () => {
  const unwritable = ["", "　", "长".repeat(51), "张\u202e三", "张\u0000三", "张\u200b三"];

  expect(unwritable.map(readName)).toEqual(unwritable.map(() => undefined));
  expect(readName("𠮷".repeat(50))).toBe("𠮷".repeat(50));
});

test("reading a name twice changes nothing, and width, case and dots do not change its key", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (raw) => {
      const name = readName(raw);
      if (name === undefined) return;
      expect(readName(name)).toBe(name);
      expect(nameKeyOf(` ${name} `)).toBe(nameKeyOf(name));
    }),
    { seed: 20261124 },
  );
  expect(nameKeyOf("Ｍａｒｙ·Ann")).toBe(nameKeyOf("mary•ann"));
});

test.each([
  ["１９９ ００００ １２３４", { kind: "phone", address: "19900001234" }],
  ["+86 199-0000-1234", { kind: "phone", address: "19900001234" }],
  ["0794-3612345", { kind: "landline", address: "0794-3612345" }],
  ["(010)62001234", { kind: "landline", address: "010-62001234" }],
  ["1990000123", { kind: undefined, digits: 10 }],
  ["12900001234", { kind: undefined, digits: 11 }],
])("reads the phone %j", (raw, read) => void expect(readPhone(raw)).toEqual(read));

test("reads every mobile number however it is spaced", () => {
  const digits = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.stringMatching(/^\d{9}$/)).map(([second, rest]) => `1${second}${rest}`);
  const gaps = fc.array(fc.constantFrom("", " ", "-", "　"), { minLength: 11, maxLength: 11 });

  fc.assert(
    fc.property(
      digits,
      gaps,
      (number, between) => void expect(readPhone([...number].map((d, i) => d + between[i]!).join(""))).toEqual({ kind: "phone", address: number }),
    ),
    { seed: 20261124 },
  );
});

test("reads mail addresses in one writing and refuses lists and line breaks", () => {
  expect(readMail(" Liu@Example.COM ")).toBe("liu@example.com");
  expect(
    ["a@b", "a@example.com,b@example.com", "a@example.com\r\nBcc: b@example.com", "a b@example.com", `${"a".repeat(260)}@example.com`].map(readMail),
  ).toEqual(Array(5).fill(undefined));
});

test("terms overlap exactly when some day lies in both", () => {
  const day = fc.integer({ min: 10, max: 20 }).map((d) => `2026-09-${d}`);
  const term: fc.Arbitrary<Term> = fc.tuple(day, fc.option(day)).map(([a, b]) => (b !== null && b < a ? { fromOn: b, toOn: a } : { fromOn: a, toOn: b }));
  const days = Array.from({ length: 12 }, (_, i) => `2026-09-${i + 10}`);

  fc.assert(
    fc.property(term, term, (a, b) => void expect(overlaps(a, b)).toBe(days.some((d) => isCurrent(a, d) && isCurrent(b, d)))),
    { seed: 20261124 },
  );
});
