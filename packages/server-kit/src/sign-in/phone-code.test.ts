import { afterEach, beforeEach, expect, test } from "vitest";
import { asker, aSignIn, phone, refusal } from "./test-sign-in.js";

let t: Awaited<ReturnType<typeof aSignIn>>;
beforeEach(async () => {
  t = await aSignIn();
  await t.signIn.createAccount({ phone });
});
afterEach(() => t.database.close());
const wrongFor = (code: string, i: number) => String((Number(code) + 1 + i) % 1_000_000).padStart(6, "0");

/** As many as a server takes at a time without anybody waiting for a connection longer than a connection is waited for. */
async function askTwentyAtOnce(count: number, ask: (i: number) => Promise<unknown>): Promise<string[]> {
  const answers: string[] = [];
  for (let from = 0; from < count; from += 20)
    answers.push(...(await Promise.all(Array.from({ length: Math.min(20, count - from) }, (_, i) => refusal(ask(from + i))))));
  return answers;
}

test("signs in with the code, once", async () => {
  const { handle } = await t.signIn.requestPhoneCode("+86 199-0000-0001", asker);
  const code = await t.lastSecret();

  const first = await t.signIn.checkPhoneCode(phone, code, handle);
  const second = await refusal(t.signIn.checkPhoneCode(phone, code, handle));

  expect((await t.signIn.reader.accountOf(t.cookie(first.token)))?.accountId).toBe(first.accountId);
  expect(second).toBe("kit.codeInvalid");
});

test("burns a code after five wrong tries", async () => {
  const { handle } = await t.signIn.requestPhoneCode(phone, asker);
  const code = await t.lastSecret();

  for (let i = 0; i < 5; i++) await refusal(t.signIn.checkPhoneCode(phone, wrongFor(code, i), handle));

  expect(await refusal(t.signIn.checkPhoneCode(phone, code, handle))).toBe("kit.codeInvalid");
});

test("looks at no more than five of a hundred tries at once", async () => {
  const { handle } = await t.signIn.requestPhoneCode(phone, asker);
  const code = await t.lastSecret();

  await Promise.all(Array.from({ length: 100 }, (_, i) => refusal(t.signIn.checkPhoneCode(phone, wrongFor(code, i), handle))));

  expect((await t.db.selectFrom("auth_challenge").select("attempts").execute()).map((r) => Number(r.attempts))).toEqual([5]);
  expect(await refusal(t.signIn.checkPhoneCode(phone, code, handle))).toBe("kit.codeInvalid");
});

test("lets one of many right tries at once in", async () => {
  const { handle } = await t.signIn.requestPhoneCode(phone, asker);
  const code = await t.lastSecret();

  const answers = await Promise.all(Array.from({ length: 20 }, () => refusal(t.signIn.checkPhoneCode(phone, code, handle))));

  expect(answers.filter((a) => a === "taken")).toHaveLength(1);
});

test("does not let a stranger's wrong tries touch the owner's fresh code", async () => {
  const stranger = await t.signIn.requestPhoneCode(phone, { ...asker, ip: "198.51.100.7" });
  for (let i = 0; i < 20; i++) await refusal(t.signIn.checkPhoneCode(phone, "000000", stranger.handle));
  t.wait(60);

  const { handle } = await t.signIn.requestPhoneCode(phone, asker);
  const code = await t.lastSecret();
  for (let i = 0; i < 20; i++) await refusal(t.signIn.checkPhoneCode(phone, wrongFor(code, i), stranger.handle));

  expect(await refusal(t.signIn.checkPhoneCode(phone, code, handle))).toBe("taken");
});

test("refuses a code after ten minutes, for another number, and without the handle of its request", async () => {
  const { handle } = await t.signIn.requestPhoneCode(phone, asker);
  const code = await t.lastSecret();

  expect(await refusal(t.signIn.checkPhoneCode("19900000002", code, handle))).toBe("kit.codeInvalid");
  for (const none of [undefined, "", null, [], "x".repeat(43)]) expect(await refusal(t.signIn.checkPhoneCode(phone, code, none))).toBe("kit.codeInvalid");
  t.wait(601);
  expect(await refusal(t.signIn.checkPhoneCode(phone, code, handle))).toBe("kit.codeInvalid");
});

test("sends one message a minute and ten a day to a number, known or not, and a refused one takes no slot", async () => {
  for (const number of [phone, "19900000009"]) {
    expect(await refusal(t.signIn.requestPhoneCode(number, asker))).toBe("taken");
    for (let i = 0; i < 15; i++) expect(await refusal(t.signIn.requestPhoneCode(number, asker))).toBe("kit.tooMany");
    for (let i = 0; i < 9; i++) {
      t.wait(60);
      expect(await refusal(t.signIn.requestPhoneCode(number, asker))).toBe("taken");
    }
    t.wait(60);
    expect(await refusal(t.signIn.requestPhoneCode(number, asker))).toBe("kit.tooMany");
  }
});

test("nobody who asks for codes from elsewhere uses up the owner's, nor makes them wait", async () => {
  for (let i = 0; i < 10; i++) {
    expect(await refusal(t.signIn.requestPhoneCode(phone, { ...asker, ip: "198.51.100.7" }))).toBe("taken");
    t.wait(60);
  }
  expect(await refusal(t.signIn.requestPhoneCode(phone, { ...asker, ip: "198.51.100.7" }))).toBe("kit.tooMany");

  const { handle } = await t.signIn.requestPhoneCode(phone, asker);

  expect(await refusal(t.signIn.checkPhoneCode(phone, await t.lastSecret(), handle))).toBe("taken");
});

test("two hundred codes a day go to one number, from however many network addresses they are asked for", async () => {
  const answers = await askTwentyAtOnce(201, (i) => t.signIn.requestPhoneCode(phone, { ...asker, ip: `198.51.100.${i}` }));

  expect(answers.filter((answer) => answer === "taken")).toHaveLength(200);
  expect(answers.filter((answer) => answer === "kit.tooMany")).toHaveLength(1);
});

test("sends nothing to an unknown number and keeps the same for it", async () => {
  await t.signIn.requestPhoneCode(phone, asker);
  await t.signIn.requestPhoneCode("19900000009", asker);

  await t.signIn.settled();

  expect(t.sent.map((m) => m.to)).toEqual([phone]);
  expect(await t.db.selectFrom("auth_challenge").selectAll().execute()).toHaveLength(2);
});

test("limits what one address may have sent in a day", async () => {
  const tried = await askTwentyAtOnce(101, (i) => t.signIn.requestPhoneCode(String(19900001000 + i), asker));

  expect(tried.filter((a) => a === "kit.tooMany")).toHaveLength(1);
});
