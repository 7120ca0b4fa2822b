import { writeCsv } from "@lianxin/documents";
import { afterEach, expect, test } from "vitest";
import { watchDay } from "../cover-elders/watch-day.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const head = ["姓名", "性别", "出生年份", "村", "居住情况", "等级", "同意方式", "同意日期", "同意公示", "状态"];
const line = (more: Partial<Record<string, string>> = {}): string[] =>
  head.map((field) => ({ 姓名: "周桂兰", 性别: "女", 出生年份: "1945", 村: "柳树坡村", 居住情况: "与家人同住", 等级: "绿", ...more })[field] ?? "");
const elders = (...lines: string[][]) => stage.importSheet("elders", "老人.csv", writeCsv([head, ...lines]));
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());
const undo = async (importId: string) => (await stage.call("POST /imports/:importId/undo", { params: { importId } })).body;
const dues = async () => (await rows("elder_pairing_due")).filter(({ state }) => state === "due").map(({ level }) => level);
const consents = async () => (await rows("elder_pairing_consent")).filter(({ withdrawnOn }) => withdrawnOn === null).map(({ scope }) => scope);
const posted = async () => (await stage.call("GET /places/:placeId/posted-list", { params: { placeId: stage.county.placeId } })).text.includes("周＊兰");

/** 周桂兰, green and with helpers in force, agreed to nothing. */
async function begin(): Promise<string> {
  stage = await setSmallCounty([], [{ name: "刘敏" }, { name: "陈芳" }]);
  await elders(line());
  await stage.run();
  await stage.agreeAll();
  return stage.elderId("周桂兰");
}

test("a sheet that raised a level and gave consents is taken back with the days it planned and the consents it gave", async () => {
  await begin();
  const before = await dues();
  const raised = await elders(line({ 等级: "红", 同意方式: "口头", 同意日期: "2026-09-01", 同意公示: "是" }));
  expect([(await dues()).every((level) => level === "red"), (await consents()).sort(), await posted()]).toEqual([true, ["health", "posting", "visits"], true]);

  expect(await undo(raised.importId)).toMatchObject({ undone: 1, kept: 0 });

  expect((await rows("elder_pairing_elder"))[0]).toMatchObject({ level: "green", levelReason: "sheet" });
  expect([(await dues()).length, (await dues()).filter((level) => level !== "green")]).toEqual([before.length, []]);
  expect([await consents(), await posted()]).toEqual([[], false]);
});

test("a consent a sheet took back stands again, and one that somebody took back by hand since stays taken back", async () => {
  const elderId = await begin();
  await elders(line({ 同意公示: "是" }));
  const off = await elders(line({ 同意公示: "否" }));
  expect(await posted()).toBe(false);
  await undo(off.importId);
  expect([await consents(), await posted()]).toEqual([["posting"], true]);

  const given = await elders(line({ 同意方式: "口头", 同意日期: "2026-09-01", 同意公示: "是" }));
  await stage.call("POST /elders/:elderId/consents/:scope/withdraw", { params: { elderId, scope: "posting" } });
  await undo(given.importId);
  expect([await consents(), await posted()]).toEqual([[], false]);
});

test("who died, was brought back by a line and is taken back again holds no helper and no day, and was not away in between", async () => {
  const elderId = await begin();
  await stage.call("POST /elders/:elderId/end", { params: { elderId }, body: { state: "deceased" } });
  stage.app.ports.setTime("2026-09-10T09:00");
  const sheet = writeCsv([head, line({ 等级: "黄" })]);
  const { ready } = (await stage.preview("elders", "旧表.csv", sheet)).body;
  const opening = { params: { placeId: stage.county.placeId, kind: "elders" }, body: { fileName: "旧表.csv" } };
  const importId = (await stage.call("POST /places/:placeId/registers/:kind/imports", opening)).body.id;
  await stage.call("POST /imports/:importId/lines", { params: { importId }, body: { lines: ready.map((one: any) => ({ ...one, returns: true })) } });
  const open = async () => (await rows("elder_pairing_pair")).filter(({ untilOn }) => untilOn === null);
  expect([(await open()).length, (await dues()).length > 0]).toEqual([2, true]);

  expect(await undo(importId)).toMatchObject({ undone: 1, kept: 0 });
  await stage.ask((ctx) => watchDay(ctx));

  expect((await rows("elder_pairing_elder"))[0]).toMatchObject({ state: "deceased", untilOn: "2026-09-03" });
  expect([await open(), await dues(), await rows("elder_pairing_absence")]).toEqual([[], [], []]);
});

test("whom a sheet called deceased has days again as soon as that is taken back", async () => {
  await begin();
  const before = (await dues()).length;
  const died = await elders(line({ 状态: "去世" }));
  expect(await dues()).toEqual([]);

  await undo(died.importId);

  expect((await dues()).length).toBe(before);
});

test("whom a sheet called deceased while something held their level up is raised again when that is taken back", async () => {
  const elderId = await begin();
  await stage.call("POST /elders/:elderId/triggers", { params: { elderId }, body: { kind: "fall" } });
  const died = await elders(line({ 状态: "去世" }));
  expect(await rows("elder_pairing_elder")).toMatchObject([{ state: "deceased", level: "green" }]);

  expect(await undo(died.importId)).toMatchObject({ undone: 1, kept: 0 });

  expect(await rows("elder_pairing_elder")).toMatchObject([{ state: "active", level: "red", levelReason: "event" }]);
  expect((await rows("elder_pairing_trigger")).map(({ endedOn }) => endedOn)).toEqual([null]);
});

test("to what a raised level goes back is what it was before the sheet that was taken back", async () => {
  const elderId = await begin();
  await stage.call("POST /elders/:elderId/triggers", { params: { elderId }, body: { kind: "fall" } });
  const sheet = await elders(line({ 等级: "黄" }));
  const before = async () => (await rows("elder_pairing_trigger")).map(({ levelBefore, reasonBefore }) => `${levelBefore} ${reasonBefore}`);
  expect(await before()).toEqual(["yellow sheet"]);

  await undo(sheet.importId);

  expect(await before()).toEqual(["green sheet"]);
});
