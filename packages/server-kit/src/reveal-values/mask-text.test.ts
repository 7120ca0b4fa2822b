import fc from "fast-check";
import { expect, test } from "vitest";
import { hidden, maskContact, maskIdCode, maskMail, maskPhone, maskText } from "./mask-text.js";

const seed = 20260909;
const digit = fc.integer({ min: 0, max: 9 }).map(String);

test("shows the first three and last four digits of a mobile number, however it is written", () => {
  for (const written of ["19900001234", "199 0000 1234", "199-0000-1234", "+86 199 0000 1234", "8619900001234"]) expect(maskPhone(written)).toBe("199****1234");
});

test("never shows the four middle digits of a mobile number", () => {
  fc.assert(
    fc.property(fc.array(digit, { minLength: 10, maxLength: 10 }), (rest) => {
      const phone = `1${rest.join("")}`;

      expect(maskPhone(phone)).toBe(`${phone.slice(0, 3)}****${phone.slice(7)}`);
    }),
    { seed },
  );
});

test("keeps the last two digits of a landline and nothing of a short number", () => {
  expect(maskPhone("0794-3612345")).toBe("****45");
  expect(maskPhone("3612345")).toBe("****45");
  expect(maskPhone("612345")).toBe(hidden);
  expect(maskPhone("找村口小卖部")).toBe(hidden);
});

test("keeps the first letter of a mail address and its domain", () => {
  expect(maskMail("zhang@example.cn")).toBe("z***@example.cn");
  expect(maskMail("莲花@example.cn")).toBe("莲***@example.cn");
  expect(maskMail("z@example.cn")).toBe("***@example.cn");
  expect(maskMail("@example.cn")).toBe(hidden);
});

test("hides the day of birth in an id code", () => {
  expect(maskIdCode("999999194912310025")).toBe("9999**********0025");
  expect(maskIdCode("99999919491231002X")).toBe("9999**********002X");
  expect(maskIdCode("999999491231002")).toBe(hidden);
});

test("keeps at most one letter of any other text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
      const masked = maskText(text);

      expect(masked === hidden || masked === `${[...text][0]!}***`).toBe(true);
    }),
    { seed },
  );
  expect([maskText("柳树坡四组"), maskText("\u{20000}村口"), maskText("四组")]).toEqual(["柳***", "\u{20000}***", hidden]);
});

test("chooses the mask by the look of a value when the schema names none", () => {
  const values = ["19900001234", "zhang@example.cn", "999999194912310025", "柳树坡四组", ""];

  expect(values.map((value) => maskContact(value))).toEqual(["199****1234", "z***@example.cn", "9999**********0025", "柳***", ""]);
  expect(maskContact("19900001234", "text")).toBe("1***");
});
