import { afterEach, beforeEach, expect, test } from "vitest";
import { signInRoutes } from "./sign-in.route.js";
import { aSignIn, asker, codeOf, mail, phone } from "./test-sign-in.js";

const password = "tin roof 7 geese";
const next = "tin roof 8 ducks";
let t: Awaited<ReturnType<typeof aSignIn>>;
let account: string;
beforeEach(async () => {
  t = await aSignIn();
  account = (await t.signIn.createAccount({ mail, phone, password })).accountId;
});
afterEach(() => t.database.close());

const call = async (name: string, cookies: string, body: unknown = {}) =>
  signInRoutes(t.signIn)
    .find((route) => `${route.method} ${route.url}` === name)!
    .handle({ body, cookies, params: {}, query: {}, ip: "192.0.2.1", language: "zh-CN" });
const enter = async () => t.cookie((await t.signIn.signInWithPassword(mail, password, "192.0.2.1")).token);
const set = (cookie: string, body: object) => call("POST /api/account/password", cookie, body).then((answer) => answer.setCookie![0]!.split(";")[0]!, codeOf);
const who = (cookie: string) => t.signIn.reader.accountOf(cookie).then((session) => session?.accountId);

test("tells by which kinds of address the account is signed in to, which were proved, and no address", async () => {
  await t.signIn.requestMailLink(mail, asker);
  const { token } = await t.signIn.openMailLink(await t.lastSecret());

  const { body } = await call("GET /api/account", t.cookie(token));

  expect(body).toEqual({
    ways: [
      { kind: "mail", isVerified: true },
      { kind: "phone", isVerified: false },
    ],
    hasPassword: true,
    isFresh: true,
  });
});

test("sets a password right after signing in, or with the old one, and not from a browser left open", async () => {
  const cookie = await enter();
  t.wait(601);

  expect(await set(cookie, { password: next })).toBe("kit.proofNeeded");
  expect(await set(cookie, { password: next, before: "wrong" })).toBe("kit.passwordInvalid");
  const renewed = await set(cookie, { password: next, before: password });
  expect([await who(cookie), await who(renewed)]).toEqual([undefined, account]);

  expect(await who(await set(renewed, { password: "tin roof 9 swans" }))).toBe(account);
});

test("whoever found a browser left open cannot guess the old password there", async () => {
  const cookie = await enter();
  t.wait(601);

  const tried: string[] = [];
  for (let i = 0; i < 12; i++) tried.push(await set(cookie, { password: next, before: `wrong ${i}` }));

  expect(tried).toEqual([...Array(10).fill("kit.passwordInvalid"), ...Array(2).fill("kit.tooMany")]);
  expect(await set(cookie, { password: next, before: password })).toBe("kit.tooMany");
});

test("refuses a weak one, and anybody who is not signed in", async () => {
  expect(await set(await enter(), { password: "12345678" })).toBe("kit.passwordWeak");
  for (const name of ["GET /api/account", "POST /api/account/password", "POST /api/sessions/end-others"])
    expect(await call(name, "", { password: next }).catch(codeOf)).toBe("kit.notSignedIn");
});

test("signs the other devices out and stays", async () => {
  const [mine, other] = [await enter(), await enter()];
  await who(other);

  await call("POST /api/sessions/end-others", mine);

  expect([await who(mine), await who(other)]).toEqual([account, undefined]);
});
