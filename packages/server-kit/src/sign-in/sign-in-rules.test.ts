import { expect, test } from "vitest";
import { seededRandom } from "../keep-secrets/test-keys.js";
import { isStrongEnough } from "./check-password.js";
import { passwordHasher } from "./hash-password.js";
import { tidyMail, tidyPhone } from "./identifier.js";
import { newCode, newToken } from "./secrets.js";
import { cookiesFor } from "./session-cookie.js";

test("refuses common, short and overlong passwords and takes any characters", () => {
  for (const weak of [
    "1234567",
    "12345678",
    "87654321",
    "11111111",
    "abcabcabc",
    "password1",
    "Passw0rd!",
    "woaini1314",
    "19800101",
    "qwertyuiop",
    "a".repeat(129),
    "aB3$xyz",
  ])
    expect(isStrongEnough(weak)).toBe(false);
  for (const good of ["tin roof 7 geese", "一二三四五六七八九的秘密", "x9!kd02Lq", "🐟🐟🦆 kommt 9"]) expect(isStrongEnough(good)).toBe(true);
  expect(isStrongEnough("19900000001x", ["19900000001x"])).toBe(false);
});

test("draws codes of six digits and tokens of 256 bits", () => {
  const random = seededRandom(3);

  const codes = Array.from({ length: 2_000 }, () => newCode(random));

  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
  expect(new Set(codes.map((code) => code[0])).size).toBe(10);
  expect(Buffer.from(newToken(random), "base64url")).toHaveLength(32);
});

test("hashes a password so that it alone is found again", async () => {
  const hasher = passwordHasher(seededRandom(4), 1_024);

  const stored = await hasher.hash("tin roof 7 geese");

  expect(await hasher.verify(stored, "tin roof 7 geese")).toBe(true);
  expect(await hasher.verify(stored, "tin roof 7 goose")).toBe(false);
  expect(await hasher.verify(undefined, "tin roof 7 geese")).toBe(false);
});

test("writes one number and one mail address in one way", () => {
  expect(["+86 199 0000 0001", "0086-19900000001", "8619900000001", "１９９００００００01"].map((text) => tidyPhone(text)?.value)).toEqual(
    Array(4).fill("19900000001"),
  );
  expect(tidyMail(" A@Example.ORG ")?.value).toBe("a@example.org");
  for (const none of ["", "a", "a@", "a@b@c", "a@b\r\nBcc: c@d", [], null]) expect(tidyMail(none)).toBeUndefined();
});

test("binds the cookie to this host on https", () => {
  const { session, write } = cookiesFor("https://lianxin.example");

  expect(write(session, "s", 60)).toBe("__Host-lianxin=s; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure");
  expect(cookiesFor("http://localhost:8787").session).toBe("lianxin");
});
