import { writeCsv } from "@lianxin/documents";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const head = ["姓名", "性别", "出生年份", "村", "居住情况", "电话", "联系人1", "联系人电话1", "状态", "同意公示"];
const line = (name: string, more: Partial<Record<string, string>> = {}): string[] =>
  head.map((field) => ({ 姓名: name, 性别: "女", 出生年份: "1943", 村: "柳树坡村", 居住情况: "独居", 状态: "在世", ...more })[field] ?? "");
const elders = (...lines: string[][]) => stage.importSheet("elders", "老人.csv", writeCsv([head, ...lines]));
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());
const undo = async (importId: string, as = "secretary") => (await stage.call("POST /imports/:importId/undo", { as, params: { importId } })).body;
const card = async (name: string) => (await stage.call("GET /elders/:elderId", { params: { elderId: await stage.elderId(name) } })).body;

test("an import is taken back as a whole: the new are gone with their keys, the changed are as they were, and who is in use stays", async () => {
  stage = await setSmallCounty([], [{ name: "刘敏" }, { name: "陈芳" }]);
  await elders(line("周桂兰", { 电话: "19900000011", 联系人1: "周强", 联系人电话1: "19900000021" }));
  const before = await card("周桂兰");
  const second = await elders(
    line("周桂兰", { 电话: "19900000012", 居住情况: "与家人同住", 联系人1: "周勇", 联系人电话1: "19900000022" }),
    line("吴金花", { 电话: "19900000013" }),
    line("郑玉梅"),
  );
  const usedId = await stage.elderId("郑玉梅");
  const visit = { clientId: "v", mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [] };
  await stage.call("POST /elders/:elderId/visits", { params: { elderId: usedId }, body: visit });
  const goneId = await stage.elderId("吴金花");

  const undone = await undo(second.importId);

  expect([second.added, second.changed, undone]).toEqual([2, 1, { undone: 2, kept: 1, isDone: true }]);
  expect((await card("周桂兰")).card).toEqual(before.card);
  expect((await rows("elder_pairing_elder")).map(({ name }) => name)).toEqual(["周桂兰", "郑玉梅"]);
  const keys = await stage.app.app.platform.database.kit.selectFrom("kit_person_key").select("state").where("id", "=", goneId).execute();
  expect(keys).toEqual([{ state: "destroyed" }]);
  expect((await rows("elder_pairing_import_row")).filter(({ importId, before: kept }) => importId === second.importId && kept !== null)).toEqual([]);
  expect(await undo(second.importId)).toMatchObject({ code: "elder-pairing.importUndone" });
  const again = await elders(line("周桂兰", { 电话: "19900000012", 居住情况: "与家人同住" }));
  expect([again.added, again.changed]).toEqual([0, 1]);
});

test("after a day an import is not taken back any more, a row changed since stays, and positions of villages go back too", async () => {
  stage = await setSmallCounty([], []);
  const spots = (longitude: string) =>
    stage.importSheet(
      "spots",
      "村.csv",
      writeCsv([
        ["村", "经度", "纬度"],
        ["柳树坡村", longitude, "26.6"],
      ]),
    );
  await spots("116.1");
  const [was] = await rows("elder_pairing_spot");
  const moved = await spots("116.2");
  const brought = await elders(line("周桂兰"));
  await stage.call("PUT /elders/:elderId/wish", { params: { elderId: await stage.elderId("周桂兰") }, body: { wish: "phone" } });

  expect(await undo(moved.importId)).toMatchObject({ undone: 1, kept: 0 });
  expect((await rows("elder_pairing_spot"))[0]).toMatchObject({ east: was.east, north: was.north });
  expect(await undo(brought.importId)).toMatchObject({ undone: 0, kept: 1 });
  const late = await elders(line("吴金花"));
  stage.app.ports.setTime("2026-09-04T09:01");
  expect(await undo(late.importId)).toMatchObject({ code: "elder-pairing.importTooOld" });
});

test("whom a sheet calls deceased or transferred ends today where they are on the register, others are found the same day, and the same sheet again does nothing", async () => {
  stage = await setSmallCounty([{ name: "吴金花" }], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞" }]);
  await elders(line("周桂兰"));
  await stage.run();
  await stage.agreeAll();
  const cadre = (await rows("elder_pairing_pair")).find(({ role }) => role === "primary").cadreId;
  const { name, phone } = (await stage.ask(async ({ db, disclose }) => {
    const row = await db.selectFrom("elder_pairing_cadre").select(["name", "phone"]).where("id", "=", cadre).executeTakeFirstOrThrow();
    return { name: row.name, phone: (await disclose([row.phone], "pairing"))[0] };
  })) as { name: string; phone: string };
  const cadreSheet = writeCsv([
    ["姓名", "性别", "单位", "电话", "联系村", "状态"],
    [name, "女", "县财政局", phone, "柳树坡村", "调出"],
    ["何志远", "男", "县财政局", "19900009999", "柳树坡村", "调出"],
  ]);

  const left = await stage.importSheet("cadres", "干部.csv", cadreSheet);
  const died = await elders(line("周桂兰", { 状态: "去世" }), line("没来过", { 状态: "去世" }));

  expect([left.preview.leaving.length, left.ended, died.preview.leaving.length, died.ended]).toEqual([1, 1, 1, 1]);
  expect((await rows("elder_pairing_cadre")).find(({ id }) => id === cadre)).toMatchObject({ state: "transferred", untilOn: "2026-09-03" });
  const open = (await rows("elder_pairing_pair")).filter(({ untilOn }) => untilOn === null);
  expect(open.some(({ cadreId }) => cadreId === cadre)).toBe(false);
  expect(open.map(({ role }) => role).sort()).toEqual(["backup", "primary"]);
  const again = await elders(line("周桂兰", { 状态: "去世" }));
  expect([again.preview.leaving, again.ended]).toEqual([[], 0]);
  expect(await undo(died.importId)).toMatchObject({ undone: 1, kept: 0 });
  expect((await card("周桂兰")).state).toBe("active");
});

test("a cell is mended where it is shown, an empty one too, and what was mended comes in like any other line", async () => {
  stage = await setSmallCounty([], []);
  const sheet = writeCsv([head, line("周桂兰", { 联系人1: "周强", 联系人电话1: "1990000" }), line("吴金花", { 出生年份: "" })]);
  const first = await stage.preview("elders", "老人.csv", sheet);

  const mended = await stage.preview("elders", "老人.csv", sheet, "secretary", { H2: "１９９ ０００００ ０２１", C3: "1944" });

  expect(first.body.problems.map(({ address, now }: any) => [address, now])).toEqual([
    ["H2", "1990000"],
    ["C3", ""],
  ]);
  expect([first.body.ready.length, mended.body.problems, mended.body.ready.length]).toEqual([0, [], 2]);
  expect(mended.body.ready[0].values).toMatchObject({ contactPhone1: "19900000021" });
});

test("who agreed to be posted is on the list that is posted, masked; who did not, or took it back, is counted and not named", async () => {
  stage = await setSmallCounty([], [{ name: "刘敏" }, { name: "陈芳" }]);
  await elders(line("周桂兰", { 同意公示: "是" }), line("吴金花", { 同意公示: "是" }), line("郑玉梅", { 同意公示: "否" }), line("王桂英"));
  await stage.run();
  const asked = (await stage.call("GET /places/:placeId/posted-list", { params: { placeId: stage.county.placeId } })).text;
  await stage.agreeAll();
  const posted = async () => (await stage.call("GET /places/:placeId/posted-list", { params: { placeId: stage.county.placeId } })).text;
  const names = ["周＊兰", "吴＊花", "郑＊梅", "王＊英"];
  const shown = (text: string) => names.filter((name) => text.includes(name));
  const first = await posted();

  await stage.call("POST /elders/:elderId/consents/:scope/withdraw", { params: { elderId: await stage.elderId("吴金花"), scope: "posting" } });
  const second = await posted();
  await elders(line("周桂兰", { 同意公示: "否" }));
  const third = await posted();

  expect([shown(asked), asked.includes("2 位还没有双方确认 A 角，确认后再列")]).toEqual([[], true]);
  expect([first, second, third].map(shown)).toEqual([["周＊兰", "吴＊花"], ["周＊兰"], []]);
  expect([first, third].map((text) => /另有 \d 位老人没有同意公示/.exec(text)?.[0])).toEqual(["另有 2 位老人没有同意公示", "另有 4 位老人没有同意公示"]);
});

test("an old list brings nobody back by itself: the preview names each line, and only the one that is ticked comes in", async () => {
  stage = await setSmallCounty([], [{ name: "刘敏" }, { name: "陈芳" }]);
  const sheet = writeCsv([head, line("周桂兰"), line("吴金花"), line("郑玉梅")]);
  await stage.importSheet("elders", "老人.csv", sheet);
  for (const [name, state] of [
    ["周桂兰", "deceased"],
    ["吴金花", "moved"],
  ] as const)
    await stage.call("POST /elders/:elderId/end", { params: { elderId: await stage.elderId(name) }, body: { state } });

  const old = await stage.importSheet("elders", "旧表.csv", sheet);
  const { id } = (
    await stage.call("POST /places/:placeId/registers/:kind/imports", {
      params: { placeId: stage.county.placeId, kind: "elders" },
      body: { fileName: "旧表.csv" },
    })
  ).body;
  const lines = old.preview.ready.map((one: any) => (one.values.name === "吴金花" ? { ...one, returns: true } : one));
  const asked = (await stage.call("POST /imports/:importId/lines", { params: { importId: id }, body: { lines } })).body;

  expect(old.preview.returning).toEqual([
    { line: 2, name: "周桂兰", state: "deceased", since: "2026-09-03" },
    { line: 3, name: "吴金花", state: "moved", since: "2026-09-03" },
  ]);
  expect([old.added, old.changed, old.same]).toEqual([0, 0, 3]);
  expect(asked).toEqual({ added: 0, changed: 1, same: 2, ended: 0 });
  expect((await rows("elder_pairing_elder")).map(({ name, state }) => `${name} ${state}`).sort()).toEqual([
    "吴金花 active",
    "周桂兰 deceased",
    "郑玉梅 active",
  ]);
});

test("a cadres' sheet taken back leaves each leave as it was, and what was entered by hand since stays", async () => {
  stage = await setSmallCounty([], []);
  const top = ["姓名", "性别", "单位", "电话", "联系村", "请假从", "请假到"];
  const cadres = (from: string, to: string) =>
    stage.importSheet("cadres", "干部.csv", writeCsv([top, ["刘敏", "女", "县财政局", "19900009901", "柳树坡村", from, to]]));
  await cadres("", "");
  const cadreId = await stage.cadreId("刘敏");
  const add = (fromOn: string, toOn: string) => stage.call("POST /cadres/:cadreId/leave", { params: { cadreId }, body: { fromOn, toOn } });
  const leaves = async () => (await rows("elder_pairing_leave")).map(({ fromOn, toOn }) => `${fromOn} ${toOn}`).sort();
  await add("2026-09-03", "2026-09-08");
  await add("2026-10-01", "2026-10-05");
  stage.app.ports.setTime("2026-09-04T09:00");
  const before = await leaves();
  const longer = await cadres("2026-09-03", "2026-10-20");
  const during = await leaves();
  await add("2026-12-01", "2026-12-02");

  expect(await undo(longer.importId)).toMatchObject({ undone: 1, kept: 0 });
  expect([before, during]).toEqual([["2026-09-03 2026-09-08", "2026-10-01 2026-10-05"], ["2026-09-03 2026-10-20"]]);
  expect(await leaves()).toEqual([...before, "2026-12-01 2026-12-02"]);
  const another = await cadres("2026-11-02", "2026-11-03");
  await undo(another.importId);
  expect(await leaves()).toEqual([...before, "2026-12-01 2026-12-02"]);
});
