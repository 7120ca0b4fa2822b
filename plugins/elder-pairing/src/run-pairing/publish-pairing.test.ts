import { afterEach, expect, test } from "vitest";
import { findOverlaps } from "../check-house/checkups.js";
import { planPairs } from "../plan-pairs/plan-pairs.js";
import { readFacts } from "../plan-pairs/read-facts.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { publishPairing, readyDraft } from "./publish-pairing.js";
import { readMark } from "./read-mark.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const helpersOn = async (name: string, on: string) =>
  (await stage.call("GET /elders/:elderId/helpers", { params: { elderId: await stage.elderId(name) }, query: { on } })).body.helpers.map(
    (h: any) => `${h.role} ${h.cadre}`,
  );
const history = async (name: string) => (await stage.call("GET /elders/:elderId/history", { params: { elderId: await stage.elderId(name) } })).body;

test("a matching is shown before it is put in force; until both sides agree the backup answers, then both do", async () => {
  stage = await setSmallCounty(
    [{ name: "周桂兰" }, { name: "吴金花", village: "河口村" }],
    [{ name: "刘敏" }, { name: "陈国强", sex: "男", village: "河口村" }],
  );
  const placed = { params: { placeId: stage.county.placeId } };

  const shown = await stage.call("POST /places/:placeId/pairing/preview", placed);
  const before = await stage.ask(({ db }) => db.selectFrom("elder_pairing_pair").select("id").execute());
  const put = await stage.call("POST /places/:placeId/pairing", placed);

  expect(put.body.summary).toEqual(shown.body.summary);
  expect(shown.body.summary).toMatchObject({
    withOne: 2,
    withTwo: 0,
    sameVillage: 2,
    primary: { paired: 2, isCertified: true },
    backup: { paired: 2, isCertified: true },
  });
  expect(before).toEqual([]);
  expect(await helpersOn("周桂兰", "2026-09-03")).toEqual(["backup 陈国强"]);
  const elderId = await stage.elderId("周桂兰");
  const one = await stage.call("POST /elders/:elderId/agree", { params: { elderId }, body: { side: "cadre" } });
  const both = await stage.call("POST /elders/:elderId/agree", { params: { elderId }, body: { side: "elder" } });
  expect([one.body.isEffective, both.body.isEffective]).toEqual([false, true]);
  expect((await helpersOn("周桂兰", "2026-09-03")).sort()).toEqual(["backup 陈国强", "primary 刘敏"]);
});

test("who is chosen by hand stays in every later matching, and alternatives say why, what they cost and who else would move", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花" }], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李明", sex: "男", village: "河口村" }]);
  await stage.run();
  const elderId = await stage.elderId("周桂兰");

  const { alternatives } = (await stage.call("GET /elders/:elderId/alternatives", { params: { elderId } })).body;
  const far = alternatives.find(({ name }: any) => name === "李明");
  const chosen = await stage.call("POST /elders/:elderId/pairs", { params: { elderId }, body: { cadreId: await stage.cadreId("李明") } });
  const again = await stage.run();

  expect(far).toMatchObject({ because: { sameVillage: false, knows: false }, others: [] });
  expect(far.costMore).toBeGreaterThan(5_000);
  expect(chosen.status).toBe(200);
  expect(again.primary).toMatchObject({ moves: 0, isCertified: true });
  const after = (await stage.call("GET /elders/:elderId/alternatives", { params: { elderId } })).body.alternatives;
  expect(after.map(({ name }: any) => name).sort()).toEqual(["刘敏", "陈芳"]);
  expect((await history("周桂兰")).pairs.filter(({ role, untilOn }: any) => role === "primary" && untilOn === null)).toMatchObject([
    { cadre: "李明", startReason: "by_hand" },
  ]);
});

test("a backup is chosen by hand too: priced, kept by later matchings, never the first helper, and a woman where she has none", async () => {
  stage = await setSmallCounty(
    [{ name: "周桂兰" }],
    [{ name: "刘敏" }, { name: "陈芳" }, { name: "李明", sex: "男" }, { name: "林建国", sex: "男", village: "河口村" }],
  );
  await stage.run();
  const elderId = await stage.elderId("周桂兰");
  const choose = async (name: string, role: string): Promise<any> =>
    (await stage.call("POST /elders/:elderId/pairs", { params: { elderId }, body: { cadreId: await stage.cadreId(name), role } })).body;
  const now = async (role: string) => (await history("周桂兰")).pairs.find((one: any) => one.role === role && one.untilOn === null);

  await choose("李明", "primary");
  const { alternatives } = (await stage.call("GET /elders/:elderId/alternatives", { params: { elderId }, query: { role: "backup" } })).body;
  const before = (await now("backup")).cadre;
  const other = before === "刘敏" ? "陈芳" : "刘敏";
  const refused = [await choose("李明", "backup"), await choose("林建国", "backup")].map(({ code }) => code);
  await choose(other, "backup");
  await stage.run();

  expect(alternatives.map(({ name }: any) => name)).toEqual([other]);
  expect(refused).toEqual(["elder-pairing.pairSame", "elder-pairing.womanMissing"]);
  expect(await now("backup")).toMatchObject({ cadre: other, startReason: "by_hand", effectiveOn: "2026-09-03", because: { isPinned: true } });
});

test("an elder who says no to a cadre gets another one and never that one again", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  const elderId = await stage.elderId("周桂兰");
  const first = (await history("周桂兰")).pairs.find(({ role }: any) => role === "primary").cadre;

  await stage.call("POST /elders/:elderId/decline", { params: { elderId }, body: { by: "elder" } });

  const now = (await history("周桂兰")).pairs.filter(({ untilOn }: any) => untilOn === null);
  expect(now.map(({ role, cadre }: any) => [role, cadre === first])).toEqual([
    ["primary", false],
    ["cover", false],
  ]);
  const refused = await stage.call("POST /elders/:elderId/pairs", { params: { elderId }, body: { cadreId: await stage.cadreId(first) } });
  expect(refused.body.code).toBe("elder-pairing.pairForbidden");
  expect(await findOverlaps(stage.app.db as never)).toEqual([]);
});

test("a cadre who is transferred is covered by the backup that very day, the hand-over waits for three signatures, the past stays readable", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞" }]);
  await stage.run();
  await stage.agreeAll();
  const [before] = (await history("周桂兰")).pairs.filter(({ role }: any) => role === "primary");
  stage.app.ports.setTime("2026-10-15T09:00");

  await stage.call("POST /cadres/:cadreId/transfer", {
    params: { cadreId: await stage.cadreId(before.cadre) },
    body: { day: "2026-10-15", kind: "transferred" },
  });

  const { pairs, handovers } = await history("周桂兰");
  const [next] = pairs.filter(({ role, untilOn }: any) => role === "primary" && untilOn === null);
  expect(next).toMatchObject({ fromOn: "2026-10-15", effectiveOn: null, startReason: "transferred" });
  expect((await helpersOn("周桂兰", "2026-10-15")).map((h: string) => h.split(" ")[0])).toEqual(["backup"]);
  expect(await helpersOn("周桂兰", "2026-10-14")).toContain(`primary ${before.cadre}`);
  expect(handovers).toMatchObject([{ from: before.cadre, to: next.cadre, doneOn: null }]);
  const sign = (signer: string, more = {}) =>
    stage.call("POST /handovers/:handoverId/sign", { params: { handoverId: handovers[0].id }, body: { signer, ...more } });
  const done = [await sign("outgoing", { note: "爱吃软的" }), await sign("incoming"), await sign("elder", { forReason: "cannot" })];
  expect(done.map(({ body }) => body.isDone)).toEqual([false, false, true]);
  expect((await sign("elder")).body.code).toBe("elder-pairing.handoverDone");
});

test("when a whole unit leaves, its elders alone get others, and who finds nobody is named by an alarm with the shortage", async () => {
  stage = await setSmallCounty(
    [{ name: "周桂兰" }, { name: "吴金花" }, { name: "郑玉梅" }],
    [{ name: "刘敏" }, { name: "陈芳", unit: "县医院" }, { name: "李霞", unit: "县医院" }],
    { config: { coverMost: 0 } },
  );
  await stage.run();
  await stage.agreeAll();

  const moved = await stage.call("POST /places/:placeId/units/transfer", {
    params: { placeId: stage.county.placeId },
    body: { unit: "县医院", day: "2026-09-03" },
  });

  expect(moved.body.cadres).toBe(2);
  const alarms: any[] = await stage.ask(({ db }) => db.selectFrom("elder_pairing_alarm").selectAll().execute());
  const open: any[] = await stage.ask(({ db }) => db.selectFrom("elder_pairing_pair").select(["role", "cadreId"]).where("untilOn", "is", null).execute());
  const only = await stage.cadreId("刘敏");
  expect(open.every(({ cadreId }) => cadreId === only)).toBe(true);
  expect(open.filter(({ role }) => role === "primary").length).toBe(2);
  const doctor = (await stage.ask(async (ctx) => (await import("../cover-elders/find-uncovered.js")).findUncovered(ctx.db, "2026-09-03"))).map(({ id }) => id);
  expect(alarms.map(({ elderId }) => elderId).sort()).toEqual([...doctor].sort());
  expect(alarms.every(({ need, offer }) => need > offer)).toBe(true);
});

test("a matching is put in force only on what it was made from: whatever changed meanwhile stops it, and somebody's agreeing does not", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花" }], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞", unit: "县医院" }]);
  const placed = { params: { placeId: stage.county.placeId } };
  await stage.call("POST /places/:placeId/pairing", placed);
  const [elderId, cadreId] = [await stage.elderId("周桂兰"), await stage.cadreId("李霞")];
  const mark = (): Promise<string> => stage.ask((ctx) => readMark(ctx, ctx.clock.today()));
  const changes: readonly (readonly [string, object])[] = [
    ["PUT /elders/:elderId/level", { params: { elderId }, body: { level: "green" } }],
    ["PUT /elders/:elderId/wish", { params: { elderId }, body: { wish: "phone" } }],
    ["PUT /places/:placeId/quotas", { ...placed, body: { unit: "县医院", most: 1 } }],
    ["POST /cadres/:cadreId/leave", { params: { cadreId }, body: { fromOn: "2026-09-03", toOn: "2026-09-05" } }],
    ["POST /elders/:elderId/decline", { params: { elderId }, body: { by: "elder" } }],
    ["POST /cadres/:cadreId/transfer", { params: { cadreId }, body: { day: "2026-09-03", kind: "transferred" } }],
    ["POST /elders/:elderId/end", { params: { elderId }, body: { state: "moved" } }],
  ];

  const marks = [await mark()];
  const draft = await stage.ask(async (ctx) => {
    const { facts } = await readFacts(ctx, ctx.clock.today(), "all");
    return readyDraft(ctx, await readMark(ctx, ctx.clock.today()), { facts, plan: planPairs(facts) });
  });
  await stage.agreeAll();
  const agreed = await mark();
  for (const [path, more] of changes) {
    expect([path, (await stage.call(path, more)).status]).toEqual([path, 200]);
    marks.push(await mark());
  }

  expect(agreed).toBe(marks[0]);
  expect(new Set(marks).size).toBe(marks.length);
  await expect(stage.ask((ctx) => publishPairing(ctx, stage.county.path, draft))).rejects.toMatchObject({ code: "elder-pairing.pairingStale" });
});
