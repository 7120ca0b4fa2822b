import { afterEach, beforeEach, expect, test } from "vitest";
import { aSignIn, mail, phone, refusal } from "./test-sign-in.js";

let t: Awaited<ReturnType<typeof aSignIn>>;
beforeEach(async () => void (t = await aSignIn()));
afterEach(() => t.database.close());
const tokenOf = (link: string | undefined) => new URL(link ?? "").searchParams.get("token");
const first = { name: "书记", community: "光明社区", phone, mail };

test("makes the first account with the link of the first start, once", async () => {
  const token = tokenOf(await t.signIn.ensureSetUpLink());

  const answers = await Promise.all([1, 2, 3].map(() => refusal(t.signIn.completeSetUp(token, first))));

  expect(answers.sort()).toEqual(["kit.setUpDone", "kit.setUpDone", "taken"]);
  expect(await t.signIn.ensureSetUpLink()).toBeUndefined();
  expect(t.welcomed.at(-1)?.addresses).toEqual([
    { kind: "mail", address: mail },
    { kind: "phone", address: phone },
  ]);
  expect(await t.db.selectFrom("auth_user").select("id").execute()).toEqual([{ id: t.welcomed.at(-1)?.accountId }]);
});

test("refuses another token, none at all, and the link before the last", async () => {
  const old = tokenOf(await t.signIn.ensureSetUpLink());
  await t.signIn.ensureSetUpLink();

  for (const token of [old, "", null, [], "x".repeat(43)]) expect(await refusal(t.signIn.completeSetUp(token, first))).toBe("kit.linkInvalid");
});

test("leaves nothing and keeps the link good when the person cannot be made", async () => {
  await t.database.close();
  t = await aSignIn({ welcome: async () => Promise.reject(new Error("no place")) });
  const token = tokenOf(await t.signIn.ensureSetUpLink());

  expect(await refusal(t.signIn.completeSetUp(token, first))).toBe("Error: no place");

  expect(await t.db.selectFrom("auth_user").selectAll().execute()).toEqual([]);
  expect(await refusal(t.signIn.completeSetUp(token, first))).toBe("Error: no place");
});

test("asks for a way in and a password that is not common", async () => {
  const token = tokenOf(await t.signIn.ensureSetUpLink());

  expect(await refusal(t.signIn.completeSetUp(token, { name: "书记", community: "光明社区" }))).toBe("kit.invalidInput");
  expect(await refusal(t.signIn.completeSetUp(token, { ...first, password: "password1" }))).toBe("kit.passwordWeak");
  expect(await refusal(t.signIn.completeSetUp(token, { ...first, mail: "no mail" }))).toBe("kit.invalidInput");
});
