import { readSheet } from "@lianxin/documents";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment, aPart } from "../testing.js";
import { headings } from "./ledger-sheet.js";

let stage: Stage;
let made: { id: string; partId: string };
beforeEach(async () => {
  stage = await setStage();
  const partId = await aPart(stage.app, { title: "=1+1 拆除", source: { kind: "meetings.decision", meetingId: "m1", title: "先拆危墙，再议重建" } });
  made = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20", partId });
});
afterEach(() => stage.app.close());

const step = (verb: string, body: object, as = "secretary") => stage.post(`/commitments/:commitmentId/${verb}`, { commitmentId: made.id }, body, as);
const file = async (name: string) =>
  (await stage.app.app.http.inject({ method: "GET", url: `/api/commitments/${name}?filter=all`, headers: { cookie: "secretary" } })).rawPayload;
/** The first line of the file by its headings. */
async function lineOf(name: "ledger.xlsx" | "ledger.csv"): Promise<Record<string, string>> {
  const rows = readSheet(new Uint8Array(await file(name)), name).sheets[0]!.rows;
  const cells = rows[name === "ledger.csv" ? 1 : 3]!.cells;
  return Object.fromEntries(headings.map((heading, i) => [heading, cells.find(({ column }) => column === i + 1)?.text ?? ""]));
}

test("the standard stands under 销号标准 and the words of its source under 问题描述", async () => {
  expect(await lineOf("ledger.xlsx")).toMatchObject({ 来源: "会议议定", 问题描述: "先拆危墙，再议重建", 销号标准: "残墙拆完、渣土运走、过磅单齐全" });

  const placeId = stage.community.placeId;
  await stage.post("/parts/:partId/withdrawal", { partId: made.partId }, { reason: "换一件" });
  await stage.post("/parts", {}, { title: "修路灯", standard: "亮了", placeId, from: "街道交办〔2026〕12 号" });

  expect(await lineOf("ledger.xlsx")).toMatchObject({ 来源: "街道交办〔2026〕12 号", 问题描述: "", 销号标准: "亮了" });
});

test("on what condition it was taken on stands under 备注", async () => {
  const partId = await aPart(stage.app, { title: "换路灯" });
  const claim = { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-10", conditions: "等业委会批了钱" };
  await aCommitment(stage.app, { ...claim, partId });

  expect(await lineOf("ledger.csv")).toMatchObject({ 事项名称: "换路灯", 备注: "条件：等业委会批了钱" });
});

test("the day it was given stays when it is opened again, and what residents said last is beside it, also when their word opened it again", async () => {
  const rate = (as: string, satisfied: string) => step("ratings", { resolved: "solved", satisfied }, as);
  const finish = async () => {
    await step("completion", { words: "办好了" }, "wu");
    await step("checks", { isPassed: true, ways: ["on_site"] });
  };
  await finish();
  stage.app.ports.setTime("2026-09-15T09:00");
  await rate("he", "dissatisfied");
  const reopened = await lineOf("ledger.csv");
  await finish();
  await rate("he", "basically");
  await rate("chen", "satisfied");

  expect(reopened).toMatchObject({ 是否办结: "否", 满意度: "满意 0，基本满意 0，不满意 1" });
  expect((await stage.show(made.partId)).line).toMatchObject({ startedOn: "2026-09-15", madeOn: "2026-09-09" });
  expect(await lineOf("ledger.xlsx")).toMatchObject({ 交办时间: "2026-09-09", 满意度: "满意 1，基本满意 1，不满意 0" });
});

test("what a unit closed out in a year is a file of its own: that year's, that unit's, nothing of any other", async () => {
  await step("completion", { words: "办好了" }, "wu");
  await step("checks", { isPassed: true, ways: ["on_site"] });
  await step("close-out", { note: "满意" });
  await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-25" });
  const titlesOf = async (query: string) => {
    const url = `/api/commitments/ledger.xlsx?filter=all&organizationId=${stage.property}&${query}`;
    const { rawPayload } = await stage.app.app.http.inject({ method: "GET", url, headers: { cookie: "secretary" } });
    const rows = readSheet(new Uint8Array(rawPayload), "ledger.xlsx").sheets[0]!.rows.slice(3);
    return rows.map(({ cells }) => cells.find(({ column }) => column === headings.indexOf("事项名称") + 1)?.text);
  };
  const countsOf = async (closedIn: number) => (await stage.app.call("GET /ledger", { as: "secretary", query: { filter: "all", closedIn } })).body.counts;

  expect([await titlesOf("closedIn=2026"), await titlesOf("closedIn=2025"), (await titlesOf("stale=false")).length]).toEqual([["=1+1 拆除"], [], 2]);
  expect([await countsOf(2026), await countsOf(2025)]).toMatchObject([
    { all: 1, done: 1 },
    { all: 0, done: 0 },
  ]);
});

test("a blocked line says what blocks it, and one put off why, each under 备注", async () => {
  await step("blocks", { kind: "weather", reason: "连下大雨", reviewOn: "2026-09-18" }, "wu");
  const blocked = await lineOf("ledger.xlsx");
  await step("blocks/lifting", {}, "wu");
  await stage.post("/parts/:partId/deferral", { partId: made.partId }, { reason: "等预算", reviewOn: "2026-09-25" });
  const deferred = await lineOf("ledger.xlsx");

  expect([blocked["办理情况"], blocked["备注"]]).toEqual(["受阻", "受阻：天气，连下大雨"]);
  expect([deferred["办理情况"], deferred["备注"]]).toEqual(["暂缓", "2026-09-25 等预算"]);
});

test("the .csv has a byte order mark, the lines and columns of the .xlsx, and no cell that a program would compute", async () => {
  const bytes = await file("ledger.csv");
  const [sheet, csv] = [await lineOf("ledger.xlsx"), await lineOf("ledger.csv")];

  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(csv).toEqual({ ...sheet, 事项名称: "'=1+1 拆除" });
  expect(sheet["事项名称"]).toBe("=1+1 拆除");
});
