import { afterEach, beforeEach, expect, test } from "vitest";
import { aSignIn, codeOf, mail, phone } from "./test-sign-in.js";
import { signInRoutes } from "./sign-in.route.js";

let t: Awaited<ReturnType<typeof aSignIn>>;
beforeEach(async () => {
  t = await aSignIn();
  await t.signIn.createAccount({ mail, phone, password: "tin roof 7 geese" });
});
afterEach(() => t.database.close());

async function call(name: string, body: unknown = {}, cookies = "", params = {}) {
  const route = signInRoutes(t.signIn).find((r) => `${r.method} ${r.url}` === name);
  return route!.handle({ body, cookies, params, query: {}, ip: "192.0.2.1", language: "zh-CN" });
}
const jarOf = (set: readonly string[] = []) => set.map((line) => line.split(";")[0]).join("; ");

test("signs in by phone with the cookie that the request set", async () => {
  const asked = await call("POST /api/sign-in/phone-code", { phone });
  const answer = await call("POST /api/sign-in/phone-code/check", { phone, code: await t.lastSecret() }, jarOf(asked.setCookie));

  expect(answer.setCookie?.[0]).toMatch(/^lianxin=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/);
  expect((await call("GET /api/sessions", {}, answer.setCookie![0]!.split(";")[0])).body).toMatchObject({ sessions: [{ isThis: true }] });
});

test("answers known and unknown addresses alike", async () => {
  const known = await call("POST /api/sign-in/mail-link", { mail });
  const unknown = await call("POST /api/sign-in/mail-link", { mail: "nobody@example.org" });

  expect(unknown).toEqual(known);
});

test("says when the code and the link are only shown where the server runs", async () => {
  const sent = [(await call("POST /api/sign-in/phone-code", { phone })).body, (await call("POST /api/sign-in/mail-link", { mail })).body];
  const shown = await aSignIn({ isShown: { mail: true, sms: true } });
  const routes = signInRoutes(shown.signIn);
  const ask = (url: string, body: object) =>
    routes.find((r) => r.url === url)!.handle({ body, cookies: "", params: {}, query: {}, ip: "192.0.2.1", language: "zh-CN" });
  const told = [(await ask("/api/sign-in/phone-code", { phone })).body, (await ask("/api/sign-in/mail-link", { mail })).body];
  await shown.database.close();

  expect(sent).toEqual(Array(2).fill({ ok: true, isShown: false }));
  expect(told).toEqual(Array(2).fill({ ok: true, isShown: true }));
});

test("replaces the session that was there before", async () => {
  const before = (await call("POST /api/sign-in/password", { identifier: mail, password: "tin roof 7 geese" })).setCookie![0]!.split(";")[0]!;
  await call("POST /api/sign-in/password", { identifier: mail, password: "tin roof 7 geese" }, before);

  expect(await t.signIn.reader.accountOf(before)).toBeUndefined();
});

test("ends one's own sessions only", async () => {
  const other = await t.signIn.createAccount({ phone: "19900000002", password: "tin roof 8 geese" });
  const theirs = await t.signIn.signInWithPassword("19900000002", "tin roof 8 geese", "192.0.2.2");
  const mine = (await call("POST /api/sign-in/password", { identifier: mail, password: "tin roof 7 geese" })).setCookie![0]!.split(";")[0]!;
  const [session] = await t.signIn.sessionsOf(other.accountId);

  expect(await call("DELETE /api/sessions/:id", {}, mine, { id: session!.id }).catch(codeOf)).toBe("kit.notFound");
  expect(await t.signIn.reader.accountOf(t.cookie(theirs.token))).toBeDefined();
  expect((await call("POST /api/sign-out", {}, mine)).setCookie).toEqual(["lianxin=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"]);
  expect(await call("GET /api/sessions", {}, mine).catch(codeOf)).toBe("kit.notSignedIn");
});
