import { expect, test } from "vitest";
import { platformTexts } from "./platform-text.js";
import { aMasterKey, seededRandom } from "./test-keys.js";

test("opens a platform's secret in its own scope and with its own keys only", () => {
  const texts = platformTexts(aMasterKey(), seededRandom(3));
  const elsewhere = platformTexts(aMasterKey(2), seededRandom(3));

  const sealed = texts.sealText("mail/password", "口令 pass·word");

  expect(texts.openText("mail/password", sealed)).toBe("口令 pass·word");
  expect(sealed).not.toContain("pass");
  expect(() => texts.openText("sms/token", sealed)).toThrow("SEALED_DAMAGED");
  expect(() => elsewhere.openText("mail/password", sealed)).toThrow("SEALED_DAMAGED");
  expect(() => texts.openText("mail/password", "口令")).toThrow("SEALED_DAMAGED");
});
