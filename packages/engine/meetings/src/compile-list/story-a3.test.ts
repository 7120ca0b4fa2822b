import { aHolidayYear } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf, type Recorder } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { textOfDocument } from "../test-documents.js";
import { aBody, aMeeting } from "../testing.js";
import { monthOf, type Month } from "./test-list.js";

interface Line {
  readonly id: string;
  readonly title: string;
  readonly partId: string;
  readonly isRolled: boolean;
  readonly owner: unknown;
}
let council: Council<Running>;
let month: Month;
let bodyId: string;
let seriesId: string;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  month = monthOf(council);
  const { app, people, organizations } = council;
  await aHolidayYear(app, { year: 2026, days: Array.from({ length: 7 }, (_, i) => ({ day: `2026-10-0${i + 1}`, name: "国庆节", isOffDay: true })) });
  const parties = [
    { name: "组织部", seats: [{ personId: people["王秀珍"]! }] },
    { name: "住建局", organizationId: organizations.住建局!, seats: [{ personId: people["刘工"]! }] },
  ];
  bodyId = await aBody(app, { parties, template: "assignment", name: "问题交办会", heldThisYear: 10 });
  const rule = { on: { weekday: 2, nth: 1 }, shift: "sameWeekdayNextWeek" };
  const monthly = { title: "问题交办会", type: "assignment", startsAt: "14:30", minutes: 120, placeText: "三楼会议室", fromOn: "2026-10-20", rule };
  seriesId = (await month.ask("meetings", "POST /bodies/:bodyId/series", { bodyId }, monthly)).id;
});
afterEach(() => council.app.close());

const at = (time: string) => council.app.ports.setTime(time);
const titles = (count: number, from: number) => Array.from({ length: count }, (_, i) => `第 ${from + i} 件`);
const prepare = async (plannedOn: string, cutOff?: string): Promise<string> =>
  (await month.ask("meetings", "POST /series/:seriesId/dates/:plannedOn/meetings", { seriesId, plannedOn }, cutOff ? { cutOff } : {})).id;
const list = (meetingId: string): Promise<{ lines: Line[]; sums: Record<string, number> }> =>
  month.ask("meetings", "GET /meetings/:meetingId/list", { meetingId });
const page = async (meetingId: string, file: string) =>
  (await council.app.call(`GET /meetings/:meetingId/${file}`, { of: "meetings", as: "secretary", params: { meetingId } })).text;

async function open(meetingId: string, time: string): Promise<Recorder> {
  await month.ask("meetings", "POST /meetings/:meetingId/publication", { meetingId });
  at(time);
  const recorder = recorderOf(council.app, meetingId);
  await recorder.comeIn(2);
  await recorder.send({ kind: "open" });
  return recorder;
}
const assign = ({ people, organizations }: Council<Running>, partId: string) => ({
  ...{ kind: "claim", partId, origin: "assigned", ownerOrganizationId: organizations.住建局, ownerId: people["刘工"], dueOn: "2026-12-31" },
  ...{ supportingOrganizationIds: [], standard: "办好，三户确认", verifierId: people["王秀珍"] },
});

/** The November list of 23, all assigned in its meeting; five are closed out since, nine more are reported upwards. */
async function november(): Promise<void> {
  at("2026-10-27T09:00");
  await month.escalate(titles(23, 1));
  at("2026-10-28T17:00");
  const meetingId = await prepare("2026-11-03");
  const recorder = await open(meetingId, "2026-11-03T14:30");
  const { lines } = await list(meetingId);
  for (const { partId } of lines) expect((await recorder.send(assign(council, partId))).status).toBe(200);
  await recorder.send({ kind: "close" });
  at("2026-11-20T10:00");
  const held = await council.app.write<{ id: string }[]>("meetings", ({ db }) => db.selectFrom("commitments_v1_commitment").select("id").limit(5).execute());
  for (const { id } of held) await month.closeOut(id);
  await month.escalate(titles(9, 24));
}

test(
  "18 rolled + 9 opened = 27 = 0 closed + 23 assigned + 3 deferred + 1 merged, with every line led before the meeting closes",
  { timeout: 120_000 },
  async () => {
    await november();
    at("2026-11-26T10:00");
    await month.escalate(["截止以后的一件"]);
    const meetingId = await prepare("2026-12-01", "2026-11-25T17:00");
    const born = await list(meetingId);
    const [rolled, opened] = [born.lines.filter(({ isRolled }) => isRolled), born.lines.filter(({ isRolled }) => !isRolled)];
    const before = (await page(meetingId, "assignment-sheets")).split("<section").length - 1;
    const twin = { itemId: opened[8]!.id, intoItemId: rolled[0]!.id, reason: "同一处" };
    await month.ask("meetings", "POST /meetings/:meetingId/list-merges", { meetingId }, twin);

    const recorder = await open(meetingId, "2026-12-01T14:30");
    for (const { partId } of rolled.slice(15)) await recorder.send({ kind: "deferPart", partId, reason: "暂不具备条件", reviewOn: "2027-01-05" });
    for (const { id } of rolled.slice(0, 15)) await recorder.send({ kind: "finishItem", itemId: id });
    const unsettled = await recorder.send({ kind: "close" });
    for (const { partId } of opened.slice(1, 8)) await recorder.send(assign(council, partId));
    const sought = await recorder.send({ kind: "takeUp", itemId: opened[0]!.id });
    const early = await recorder.send({ kind: "close" });
    await recorder.send(assign(council, opened[0]!.partId));
    const closed = await recorder.send({ kind: "close" });
    const after = await list(meetingId);

    const none = { closed: 0, merged: 0, withdrawn: 0, deferred: 0 };
    expect([born.lines.length, rolled.length, opened.length, before]).toEqual([27, 18, 9, 27]);
    expect(born.sums).toMatchObject({ rolled: 18, opened: 9, open: 27, ownerless: 9, ...none });
    expect([sought.status, unsettled.body.code, early.body.code]).toEqual([200, "meetings.itemsUnsettled", "meetings.itemsUnsettled"]);
    expect([closed.status, after.lines.length]).toEqual([200, 26]);
    expect(after.sums).toMatchObject({ rolled: 18, opened: 9, open: 23, ownerless: 0, closed: 0, deferred: 3, merged: 1, withdrawn: 0 });
    expect(after.sums.rolled! + after.sums.opened!).toBe(
      after.sums.closed! + after.sums.open! + after.sums.deferred! + after.sums.merged! + after.sums.withdrawn!,
    );
    const [across, sheets, dates] = [
      await page(meetingId, "assignment-list"),
      await page(meetingId, "assignment-sheets"),
      await page(meetingId, "due-dates.ics"),
    ];
    expect([across.split("<td>结转</td>").length - 1, across.split("<td>新增</td>").length - 1, sheets.split("<section").length - 1]).toEqual([18, 8, 23]);
    const minutes = await textOfDocument(council.app, `/api/meetings/meetings/${meetingId}/minutes.docx`);
    expect(minutes).toContain("结转 18 + 新增 9 = 销号 0 + 在办 23 + 暂缓 3 + 合并 1 + 撤回 0");
    expect([across.includes("〔2026〕第 12 次"), dates.split("BEGIN:VEVENT").length - 1]).toEqual([true, 23]);
  },
);

test("a line nobody leads keeps the meeting open by name, and is looked for until a day instead", { timeout: 120_000 }, async () => {
  at("2026-10-27T09:00");
  await month.escalate(["接污水管网"]);
  at("2026-10-28T17:00");
  const meetingId = await prepare("2026-11-03");
  const recorder = await open(meetingId, "2026-11-03T14:30");
  const [line] = (await list(meetingId)).lines;
  const itemId = line!.id;
  await recorder.send({ kind: "deferItem", itemId, reason: "等住建局的预算" });

  const refused = await recorder.send({ kind: "close" });
  const bare = await recorder.send({ ...assign(council, line!.partId), standard: undefined });
  await recorder.send({ kind: "seekOwner", partId: line!.partId, until: "2026-11-20", fallback: "street" });
  const closed = await recorder.send({ kind: "close" });

  expect([refused.body.code, refused.body.message]).toEqual(["meetings.partsWithoutOwner", "还有 1 项没有人牵头：接污水管网"]);
  expect([bare.body.code, bare.body.remedy]).toEqual(["commitments.standardNeeded", "请写一句销号标准，以后按它核验"]);
  expect([closed.status, closed.body.room.parts[0].search]).toEqual([200, { until: "2026-11-20", fallback: "street", isOver: false }]);
});

test("a line put off at one meeting stands on the next list and is put off anew or led there", { timeout: 120_000 }, async () => {
  at("2026-10-27T09:00");
  await month.escalate(["接污水管网"]);
  at("2026-10-28T17:00");
  const first = await prepare("2026-11-03");
  const november = await open(first, "2026-11-03T14:30");
  const { partId } = (await list(first)).lines[0]!;
  await november.send({ kind: "deferPart", partId, reason: "等预算", reviewOn: "2026-12-01" });
  await november.send({ kind: "close" });
  at("2026-11-25T17:00");
  const december = await open(await prepare("2026-12-01"), "2026-12-01T14:30");
  const before = (await december.room()).body;

  const again = await december.send({ kind: "deferPart", partId, reason: "预算还在批", reviewOn: "2027-01-05", chairNote: "县里月底批" });

  expect(before).toMatchObject({ items: [{ state: "scheduled", partId }], parts: [{ id: partId, owner: null, deferred: { reason: "等预算" } }] });
  expect([again.status, again.body.room?.items[0].state, (await december.send({ kind: "close" })).status]).toEqual([200, "deferred", 200]);
});

test("a line put off stands once in the minutes and the record, among what is left and without a due date", { timeout: 120_000 }, async () => {
  at("2026-10-27T09:00");
  await month.escalate(["接污水管网", "换路灯"]);
  at("2026-10-28T17:00");
  const first = await prepare("2026-11-03");
  const november = await open(first, "2026-11-03T14:30");
  const { lines } = await list(first);
  for (const { partId } of lines) await november.send(assign(council, partId));
  const put = lines[0]!;
  await november.send({ kind: "deferPart", partId: put.partId, reason: "等厂家发货", reviewOn: "2026-12-01" });
  await november.send({ kind: "close" });
  const { items, leftovers, account } = await month.ask("meetings", "GET /meetings/:meetingId/minutes-draft", { meetingId: first });
  const record = await textOfDocument(council.app, `/api/meetings/meetings/${first}/record.docx`);

  expect(items.map(({ generated }: { generated: string[] }) => generated.length)).toEqual([0, 1]);
  expect(leftovers).toEqual([`${put.title}：暂缓到 2026年12月1日 再议。等厂家发货`]);
  expect(account).toBe("结转 0 + 新增 2 = 销号 0 + 在办 1 + 暂缓 1 + 合并 0 + 撤回 0");
  expect([record.split("等厂家发货").length - 1, record.split("2026年12月31日").length - 1]).toEqual([1, 1]);
});

test(
  "an assignment meeting called by hand counts the ledger from when it opened, has its list to print, and the next list rolls over from it",
  { timeout: 120_000 },
  async () => {
    at("2026-10-27T09:00");
    await month.escalate(["接污水管网"]);
    at("2026-10-28T17:00");
    const { lines } = await list(await prepare("2026-11-03"));
    const items = lines.map(({ partId }) => ({ partId, minutes: 10 }));
    at("2026-10-30T09:00");
    const byHand = await aMeeting(council.app, { bodyId, items, startsAt: "2026-11-06T14:30" });
    const before = await list(byHand);
    at("2026-11-06T14:30");
    const recorder = recorderOf(council.app, byHand);
    await recorder.comeIn(2);
    await recorder.send({ kind: "open" });
    await recorder.send(assign(council, lines[0]!.partId));
    await recorder.send({ kind: "close" });
    at("2026-11-10T09:00");
    await month.escalate(["换路灯"]);
    const after = await list(byHand);
    at("2026-11-25T17:00");
    const next = await list(await prepare("2026-12-01"));

    expect([before.sums, after.sums]).toMatchObject([
      { opened: 0, rolled: 1, open: 1, ownerless: 1 },
      { opened: 0, rolled: 1, open: 1, ownerless: 0 },
    ]);
    expect((await page(byHand, "assignment-list")).includes("接污水管网")).toBe(true);
    expect(next.sums).toMatchObject({ rolled: 1, opened: 1, open: 2 });
  },
);

test("a matter that is over before anybody took its line takes the line with it, and a later list does not have it", { timeout: 120_000 }, async () => {
  at("2026-10-27T09:00");
  await month.escalate(["一件", "两件"]);
  const rows = await council.app.write<{ id: string; title: string }[]>("meetings", ({ use }) => use.matters.escalatedAt(council.community.path));
  const { id } = rows.find(({ title }) => title === "一件")!;
  await month.ask("matters", "POST /matters/:matterId/answer", { matterId: id }, { words: "已经办好" });
  await month.escalate([]);
  at("2026-10-28T17:00");

  const { lines, sums } = await list(await prepare("2026-11-03"));

  expect(lines.map(({ title }) => title)).toEqual(["两件"]);
  expect(sums).toMatchObject({ rolled: 0, opened: 1, open: 1 });
});

test("a list is not closed in the future, has no merge out of preparation, and a meeting without one says so", async () => {
  const params = { seriesId, plannedOn: "2026-11-03" };
  const early = await council.app.call("POST /series/:seriesId/dates/:plannedOn/meetings", { params, body: { cutOff: "2026-12-01T17:00" } });
  const meetingId = await prepare("2026-11-03");
  const { items } = await month.ask("meetings", "GET /meetings/:meetingId/preparation", { meetingId });
  const merge = { itemId: items[0].id, intoItemId: items[0].id, reason: "同一件" };
  const bare = await council.app.call("POST /meetings/:meetingId/list-merges", { params: { meetingId }, body: merge });

  expect([early.body.code, bare.body.code]).toEqual(["meetings.cutOffToCome", "meetings.lineNeeded"]);
});
