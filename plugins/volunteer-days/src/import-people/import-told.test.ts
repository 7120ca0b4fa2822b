import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { sendList } from "../testing/send-list.js";
import { members, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let dayId: string;
beforeEach(async () => {
  stage = await setStage({ sites: 1, posts: [members(2, 1)], untilOn: "2026-09-24", channels: ["sms"] });
  dayId = (await stage.day("2026-09-17")).id;
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});

const bring = async (lines: readonly string[], how = "") =>
  (await sendList(stage, `/days/${dayId}/sign-ups/import${how}`, ["姓名,手机,小区,年龄段", ...lines])).body;
const team = async () => (await stage.call("GET /days/:dayId", { params: { dayId } })).body.teams[0].people.map(({ name, state }: any) => `${name} ${state}`);
const told = async () => (await stage.letters()).map(({ to, key, text }) => [to, key.split("/").at(-1)!.split("-")[0], /\/mine\//.test(text)]);
const list = ["吴奶奶,,,", "何志远,19900000001,,", "沈玉兰,19900000002,,"];

test("who has no telephone comes by the list too; the preview says who is told, those in line too, and whom to ring up", async () => {
  const looked = await bring(list, "/preview");
  const done = await bring(list);

  expect(looked.lines.map(({ becomes }: any) => becomes)).toEqual(["confirmed", "confirmed", "waiting"]);
  expect([looked.told, looked.toCall, looked.refused]).toEqual([2, ["吴奶奶"], []]);
  expect([done.told, done.toCall]).toEqual([2, ["吴奶奶"]]);
  expect(await told()).toEqual([
    ["何志远", "joined", true],
    ["沈玉兰", "queued", true],
  ]);
});

test("the same list with people without a telephone changes nothing the second time, and a second row of one name is a second human", async () => {
  await bring(list);
  const again = await bring(list);
  const both = await bring(["吴奶奶,,,", "吴奶奶,,,"], "/preview");

  expect([again.lines.map(({ becomes }: any) => becomes), again.importId, again.told, again.toCall]).toEqual([["known", "known", "known"], null, 0, []]);
  expect((await told()).length).toBe(2);
  expect(both.lines.map(({ becomes }: any) => becomes)).toEqual(["known", "waiting"]);
  expect(await team()).toEqual(["吴奶奶 confirmed", "何志远 confirmed", "沈玉兰 waiting"]);
});

test("taken back as a whole, each is told, and the desk learns whom to ring up", async () => {
  const { importId } = await bring(list);

  const { body } = await stage.call("POST /sign-up-imports/:importId/undo", { params: { importId } });

  expect(body).toEqual({ undone: 3, kept: 0, isDone: true, told: 2, toCall: ["吴奶奶"] });
  expect((await told()).filter(([, occasion]) => occasion === "withdrawn").map(([name]) => name)).toEqual(["沈玉兰", "何志远"]);
});

test("a child alone is refused in words that fit a list", async () => {
  const { refused } = await bring(["小宇,19900000003,,12", "小满,19900000004,,17"], "/preview");

  expect(refused.map(({ remedy }: any) => remedy)).toEqual([
    "请在名单里给大人也写一行：同一个手机、同一个小区",
    "问过家长、家长同意的，请在家长同意那一列写上",
  ]);
});

test("an elder of a list is known by the next one once her number stands on her page, and another of her name with that number is not brought for her", async () => {
  await bring(list);
  const { teams } = (await stage.call("GET /days/:dayId", { params: { dayId } })).body;
  const { signUpId } = teams[0].people.find(({ name }: any) => name === "吴奶奶");
  const { volunteerId }: any = await stage.app.write("volunteer-days", ({ services }: any) => services.signUps.find(signUpId));
  await stage.call("PUT /volunteers/:volunteerId/phone", { params: { volunteerId }, body: { phone: "19900000007" } });

  const again = await bring([...list, "徐梅,19900000008,,"]);
  const both = await bring(["吴奶奶,,,", "吴奶奶,19900000007,,"], "/preview");
  const other = await bring(["沈玉兰,,,"], "/preview");

  expect(again.lines.map(({ becomes }: any) => becomes)).toEqual(["known", "known", "known", "waiting"]);
  expect(await team()).toEqual(["吴奶奶 confirmed", "何志远 confirmed", "沈玉兰 waiting", "徐梅 waiting"]);
  expect([both, other].map(({ lines }) => lines.map(({ becomes }: any) => becomes))).toEqual([["waiting", "known"], ["waiting"]]);
});
