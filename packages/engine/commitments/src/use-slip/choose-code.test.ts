import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseCode, readCode } from "./choose-code.js";

test("a code is read back however it is typed", () => {
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), fc.constantFrom("", " ", "-", "－", "—"), fc.boolean(), (id, dash, isSmall) => {
      const code = chooseCode(id);
      const typed = ` ${code.replace("-", dash)} `;

      expect(code).toMatch(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{2}$/);
      expect(readCode(isSmall ? typed.toLowerCase() : typed)).toBe(code);
    }),
    { seed: 31 },
  );
});

test("full-width letters are read, and what cannot be a code is none", () => {
  expect(readCode("７Ｋ３－Ｆ２")).toBe("7K3-F2");
  expect(["", "7K3-F", "7K3-F21", "7K3-O2", "7K3-I2"].map(readCode)).toEqual(Array(5).fill(undefined));
});

test("codes of many ids spread over all letters at every place", () => {
  const ids = fc.sample(fc.uuid({ version: 7 }), { seed: 5, numRuns: 3000 });
  const codes = ids.map((id) => chooseCode(id).replace("-", ""));

  for (let at = 0; at < 5; at++) expect(new Set(codes.map((code) => code[at])).size).toBe(31);
  expect(new Set(codes).size).toBeGreaterThan(2990);
});
