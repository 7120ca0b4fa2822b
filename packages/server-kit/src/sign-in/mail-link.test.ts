import { afterEach, beforeEach, expect, test } from "vitest";
import { asker, aSignIn, mail, refusal } from "./test-sign-in.js";

let t: Awaited<ReturnType<typeof aSignIn>>;
beforeEach(async () => {
  t = await aSignIn();
  await t.signIn.createAccount({ mail });
});
afterEach(() => t.database.close());

test("signs in with a link, once, however often it is opened at once", async () => {
  await t.signIn.requestMailLink(" Secretary@Example.org ", asker);
  const token = await t.lastSecret();

  const opened = await Promise.all(Array.from({ length: 10 }, () => refusal(t.signIn.openMailLink(token))));

  expect(opened.filter((o) => o === "taken")).toHaveLength(1);
  expect(opened.filter((o) => o === "kit.linkInvalid")).toHaveLength(9);
});

test("refuses a link after a quarter of an hour, and what is no token at all", async () => {
  await t.signIn.requestMailLink(mail, asker);
  const token = await t.lastSecret();
  t.wait(901);

  for (const one of [token, "", null, [], undefined, {}, "x".repeat(43)]) expect(await refusal(t.signIn.openMailLink(one))).toBe("kit.linkInvalid");
});

test("refuses a link whose address does not belong to the account any more", async () => {
  await t.signIn.requestMailLink(mail, asker);
  const token = await t.lastSecret();
  await t.database.lane.run(async (tx) => void (await (await import("./auth-tables.js")).authOf(tx).deleteFrom("auth_identifier").execute()));

  expect(await refusal(t.signIn.openMailLink(token))).toBe("kit.linkInvalid");
});

test("does the same for an unknown address and sends nothing", async () => {
  await t.signIn.requestMailLink("nobody@example.org", asker);

  await t.signIn.settled();

  expect(t.sent).toEqual([]);
  expect(await t.db.selectFrom("auth_challenge").selectAll().execute()).toHaveLength(1);
});

test("keeps neither address nor token nor password in its tables", async () => {
  await t.signIn.createAccount({ mail: "second@example.org", phone: "19900000077", password: "a long pass phrase" });
  await t.signIn.requestMailLink(mail, asker);
  const token = await t.lastSecret();
  const entry = await t.signIn.openMailLink(token);

  const tables = ["auth_user", "auth_session", "auth_account", "auth_identifier", "auth_challenge", "auth_limit"] as const;
  const all = JSON.stringify(await Promise.all(tables.map((name) => t.db.selectFrom(name).selectAll().execute())));

  for (const secret of [mail, "second@", "19900000077", "pass phrase", token, entry.token, asker.ip]) expect(all).not.toContain(secret);
});
