import { afterEach, beforeEach, expect, test } from "vitest";
import { phoneOf, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const ask = (phone: string) => stage.call("POST /public/links", { as: null, body: { phone } });

test("lost links go to the phone they belong to, one message for a whole household, and the answer never says whether the number is known", async () => {
  const [first, second] = [await stage.day("2026-09-17"), await stage.day("2026-09-24")];
  const mine = (await stage.join(first.id, 1)).body.link;
  const wife = (await stage.join(second.id, 1, { name: "徐梅" })).body.link;
  const before = (await stage.letters()).length;

  const [known, unknown] = [await ask(phoneOf(1)), await ask(phoneOf(77))];
  const letters = (await stage.letters()).slice(before);

  expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
  expect(letters.map(({ channel, to }) => [channel, to])).toEqual([["sms", "志愿者1"]]);
  expect([letters[0]!.text.includes(mine), letters[0]!.text.includes(wife)]).toEqual([true, true]);
});

test("however often somebody asks, the phone is written to once in an hour, and never about places given back", async () => {
  const { id } = await stage.day("2026-09-17");
  const [signUpId, key] = (await stage.join(id, 1)).body.link.split("/").slice(-2);
  await stage.join(id, 2);
  await stage.call("POST /public/sign-ups/:signUpId/:key/cancel", { as: null, params: { signUpId, key } });
  const before = (await stage.letters()).length;

  await ask(phoneOf(1));
  for (let i = 0; i < 3; i++) await ask(phoneOf(2));

  expect((await stage.letters()).slice(before).map(({ to }) => to)).toEqual(["志愿者2"]);
});

test("a number that is none is refused with what is wrong with it", async () => {
  const { status, body } = await ask("1990000");

  expect([status, body.code, body.field]).toEqual([422, "volunteer-days.phoneWrong", "body.phone"]);
});
