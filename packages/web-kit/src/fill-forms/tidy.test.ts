import fc from "fast-check";
import { expect, test } from "vitest";
import { tidyDigits, tidyPhone, tidyText, toHalfWidth } from "./tidy.js";

test.each([
  ["１９９ ００００-０００１", "19900000001"],
  ["+86 199 0000 0001", "19900000001"],
  ["0086-199-0000-0001", "19900000001"],
  ["8619900000001", "8619900000001"],
  ["　19900000001　", "19900000001"],
])("reads the phone number %s", (typed, meant) => {
  expect(tidyPhone(typed)).toBe(meant);
});

test("leaves Chinese punctuation inside a text and takes the spaces at its ends", () => {
  expect(tidyText("　3 栋，楼道灯不亮！ ")).toBe("3 栋，楼道灯不亮！");
});

test("tidies the same whatever spaces, hyphens and widths stand between the digits", () => {
  const digit = fc.integer({ min: 0, max: 9 });
  const noise = fc.constantFrom("", " ", "-", "　", "－", ".");
  const widened = (d: number, wide: boolean) => (wide ? String.fromCharCode(0xff10 + d) : String(d));

  fc.assert(
    fc.property(fc.array(fc.tuple(digit, fc.boolean(), noise), { maxLength: 14 }), (parts) => {
      const typed = parts.map(([d, wide, between]) => widened(d, wide) + between).join("");
      expect(tidyDigits(typed)).toBe(parts.map(([d]) => d).join(""));
    }),
    { seed: 20260916 },
  );
});

test("changes nothing the second time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      expect(tidyText(tidyText(typed))).toBe(tidyText(typed));
      expect(toHalfWidth(toHalfWidth(typed))).toBe(toHalfWidth(typed));
    }),
    { seed: 20260917 },
  );
});
