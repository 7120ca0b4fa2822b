import { afterEach, beforeEach, expect, test } from "vitest";
import { aSignIn, mail, phone, refusal } from "./test-sign-in.js";

const password = "correct horse 电池";
let t: Awaited<ReturnType<typeof aSignIn>>;
let account: string;
beforeEach(async () => {
  t = await aSignIn();
  account = (await t.signIn.createAccount({ mail, phone, password })).accountId;
});
afterEach(() => t.database.close());
const enter = async () => t.cookie((await t.signIn.signInWithPassword(mail, password, "192.0.2.1")).token);
const who = (cookie: string) => t.signIn.reader.accountOf(cookie).then((s) => s?.accountId);

test("signs in by mail or phone with a password and refuses a wrong one like an unknown account", async () => {
  expect((await t.signIn.signInWithPassword(phone, password, "192.0.2.1")).accountId).toBe(account);
  expect(await refusal(t.signIn.signInWithPassword(mail, "wrong", "192.0.2.1"))).toBe("kit.passwordInvalid");
  expect(await refusal(t.signIn.signInWithPassword("nobody@example.org", password, "192.0.2.1"))).toBe("kit.passwordInvalid");
});

test("stops guessing from one address without locking the owner out", async () => {
  for (let i = 0; i < 10; i++) expect(await refusal(t.signIn.signInWithPassword(mail, "wrong", "198.51.100.7"))).toBe("kit.passwordInvalid");

  expect(await refusal(t.signIn.signInWithPassword(mail, password, "198.51.100.7"))).toBe("kit.tooMany");
  expect(await refusal(t.signIn.signInWithPassword(mail, password, "192.0.2.1"))).toBe("taken");
});

test("knows a session at once and forgets it at once when it is signed out", async () => {
  const [mine, other] = [await enter(), await enter()];
  const session = await t.signIn.reader.accountOf(mine);

  await t.signIn.signOut(session!);

  expect(await who(mine)).toBeUndefined();
  expect(await who(other)).toBe(account);
  expect(await t.signIn.sessionsOf(account)).toHaveLength(1);
});

test("ends the other sessions when their owner signs out elsewhere, and all when the account gets a new password or is disabled", async () => {
  const [first, second] = [await enter(), await enter()];
  await who(first);
  await t.signIn.signOutElsewhere((await t.signIn.reader.accountOf(second))!);
  expect([await who(first), await who(second)]).toEqual([undefined, account]);

  const other = await enter();
  const { token } = await t.signIn.changeOwnPassword((await t.signIn.reader.accountOf(second))!, { password: "another long phrase", before: password });
  expect([await who(second), await who(other), await who(t.cookie(token))]).toEqual([undefined, undefined, account]);
  expect(await refusal(enter())).toBe("kit.passwordInvalid");

  await t.disable(account);
  t.wait(1);
  expect(await who(t.cookie(token))).toBeUndefined();
  expect(await refusal(t.signIn.signInWithPassword(mail, "another long phrase", "192.0.2.1"))).toBe("kit.passwordInvalid");
});

test("sees within a second that another process ended a session", async () => {
  const cookie = await enter();
  await who(cookie);
  const { authOf } = await import("./auth-tables.js");
  await t.database.lane.run(async (tx) => void (await authOf(tx).deleteFrom("auth_session").execute()));

  t.wait(1);

  expect(await who(cookie)).toBeUndefined();
});

test("does not keep a read that began before the account was forgotten", async () => {
  const cookie = await enter();
  const other = await enter();
  const early = who(cookie);
  await t.signIn.signOutElsewhere((await t.signIn.reader.accountOf(other))!);
  await early;

  expect(await who(cookie)).toBeUndefined();
});

test("ends a session that is not used for a week, and any after a month", async () => {
  const [idle, busy] = [await enter(), await enter()];
  for (let day = 0; day < 29; day++) {
    t.wait(86_400);
    expect(await who(busy)).toBe(account);
    await t.database.lane.run(async () => undefined);
  }
  expect(await who(idle)).toBeUndefined();

  t.wait(86_400);
  expect(await who(busy)).toBeUndefined();
  expect(t.problems).toEqual([]);
});

test("takes nothing else in a cookie for a session", async () => {
  const cookie = await enter();

  for (const wrong of ["", "lianxin=", `lianxin=${account}`, `${cookie}; ${cookie}`, `other=${cookie.slice(8)}`]) expect(await who(wrong)).toBeUndefined();
});

test("refuses a second account for an address and leaves the first as it was", async () => {
  expect(await refusal(t.signIn.createAccount({ mail, password: "stolen account 1" }))).toBe("kit.identifierTaken");

  expect(await t.db.selectFrom("auth_user").select("id").execute()).toHaveLength(1);
  expect(await refusal(enter())).toBe("taken");
});

test("removes what is over", async () => {
  await enter();
  t.wait(31 * 86_400);

  await t.signIn.sweep();

  for (const name of ["auth_session", "auth_limit", "auth_challenge"] as const) expect(await t.db.selectFrom(name).selectAll().execute()).toEqual([]);
});
