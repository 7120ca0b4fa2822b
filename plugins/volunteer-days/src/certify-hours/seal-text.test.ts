import fc from "fast-check";
import { expect, test } from "vitest";
import { readProof, readSealed, sealText, writeProof } from "./seal-text.js";

const line = fc.string({ unit: "grapheme", maxLength: 30 });
const sealed = fc.record({ number: line, name: line, minutes: fc.nat(100_000), from: line, to: line, issuer: line, issuedOn: line });

test("what is sealed is read again as it was, through the code too (seed 20261127)", () => {
  fc.assert(
    fc.property(sealed, fc.base64String({ minLength: 1 }), (said, signature) => {
      const proof = readProof(`#${writeProof(sealText(said), signature)}`)!;

      expect(readSealed(proof.text)).toEqual(said);
      expect(proof.signature).toBe(signature);
    }),
    { seed: 20261127 },
  );
});

test("another text is none of ours, whatever it is", () => {
  for (const text of ["", "{}", "[]", '["LX2"]', '["LX1",1]', "null", '["LX1","1","徐梅",1.5,"a","b","c","d"]']) expect(readSealed(text)).toBeUndefined();
  for (const proof of ["", "#", "#a", "#%.%", "#gICA.x"]) expect(readProof(proof)).toBeUndefined();
});
