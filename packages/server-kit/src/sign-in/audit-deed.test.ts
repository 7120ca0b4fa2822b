import { afterEach, beforeEach, expect, test } from "vitest";
import { aSignIn, mail, phone, refusal } from "./test-sign-in.js";

const password = "correct horse 电池";
let t: Awaited<ReturnType<typeof aSignIn>>;
let account: string;
beforeEach(async () => {
  t = await aSignIn();
  account = (await t.signIn.createAccount({ mail, phone, password })).accountId;
  t.audited.length = 0;
});
afterEach(() => t.database.close());

const deeds = () => t.audited.map(({ action, account: who, detail }) => [action, who === account ? "owner" : who, (detail as { way?: string }).way ?? null]);
const askCode = async () => (await t.signIn.requestPhoneCode(phone, { ip: "192.0.2.1", language: "zh-CN" })).handle;

test("every way in, out and past the door is in the audit", async () => {
  const handle = await askCode();
  const code = await t.lastSecret();
  await refusal(t.signIn.checkPhoneCode(phone, code === "000000" ? "000001" : "000000", handle));
  await t.signIn.checkPhoneCode(phone, code, handle);
  await refusal(t.signIn.signInWithPassword(mail, "wrong", "192.0.2.1"));
  await refusal(t.signIn.signInWithPassword("nobody@example.org", "wrong", "192.0.2.1"));
  await t.signIn.signInWithPassword(mail, password, "192.0.2.1");
  const [session] = await t.signIn.sessionsOf(account);
  await t.signIn.signOut({ accountId: account, id: session!.id });
  const [last] = await t.signIn.sessionsOf(account);
  await t.signIn.signOutElsewhere({ accountId: account, id: last!.id });
  await refusal(t.signIn.changeOwnPassword({ accountId: account, id: last!.id }, { password: "another long phrase", before: "wrong" }));
  await t.signIn.changeOwnPassword({ accountId: account, id: last!.id }, { password: "another long phrase" });

  expect(deeds()).toEqual([
    ["sign-in.refused", "owner", "phone"],
    ["sign-in.signedIn", "owner", "phone"],
    ["sign-in.refused", "owner", "password"],
    ["sign-in.refused", "anonymous", "password"],
    ["sign-in.signedIn", "owner", "password"],
    ["sign-in.signedOut", "owner", null],
    ["sign-in.signedOutElsewhere", "owner", null],
    ["sign-in.refused", "owner", "password"],
    ["sign-in.passwordSet", "owner", null],
    ["sign-in.signedIn", "owner", "password"],
  ]);
});

test("the audit names ids alone: no address, code, token or password", async () => {
  const handle = await askCode();
  const code = await t.lastSecret();
  const { token } = await t.signIn.checkPhoneCode(phone, code, handle);
  await refusal(t.signIn.signInWithPassword(mail, "wrong horse", "192.0.2.1"));

  const text = JSON.stringify(t.audited);

  expect(text).toContain(account);
  for (const secret of [phone, mail, code, token, handle, "wrong horse"]) expect(text).not.toContain(secret);
});

test("a session that was not there leaves no row", async () => {
  expect(await refusal(t.signIn.signOut({ accountId: account, id: "gone" }))).toBe("kit.notFound");

  expect(t.audited).toEqual([]);
});
