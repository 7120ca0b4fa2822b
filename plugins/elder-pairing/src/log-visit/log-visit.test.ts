import { readFileSync } from "node:fs";
import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { planAhead } from "../plan-visits/store-dues.js";
import { lowerLevels } from "../raise-level/raise-level.js";
import { databaseFiles } from "../testing/database-files.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { aGridLeader } from "../testing/stage.js";
import { urgeVisits } from "../urge-visits/urge-visits.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());
const levelOf = async (name: string) => (await rows("elder_pairing_elder")).find((row) => row.name === name).level;
const ordinary = { mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [] };

/** Two elders, two cadres with accounts "min" and "fang", everybody agreed; 周桂兰 is helped by 刘敏 first. */
async function begin(): Promise<{ own: string; other: string }> {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花", village: "河口村" }], [{ name: "刘敏" }, { name: "陈芳", village: "河口村" }]);
  await stage.run();
  await stage.agreeAll();
  for (const [name, account] of [
    ["刘敏", "min"],
    ["陈芳", "fang"],
  ] as const) {
    const personId = await aPerson(stage.app, { fullName: name, account });
    await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId: await stage.cadreId(name) }, body: { personId } });
  }
  await aPerson(stage.app, { fullName: "何志远", account: "stranger" });
  return { own: await stage.elderId("周桂兰"), other: await stage.elderId("吴金花") };
}

test("a helper sees own pairs alone, a grid leader the own grid, a department sums, a stranger nothing: whichever address they try", async () => {
  const { own, other } = await begin();
  // 陈芳 takes over nobody of 周桂兰's: her backup ends, so that she is a stranger to her.
  await stage.ask(({ db }) =>
    db.updateTable("elder_pairing_pair").set({ untilOn: "2026-09-03" }).where("elderId", "=", own).where("role", "=", "backup").execute(),
  );
  await aGridLeader(stage, "柳树坡村", "leader");
  await aPerson(stage.app, { fullName: "吴主任", account: "bureau", role: "department" });
  const status = async (path: string, as: string | null, elderId: string, body?: object) =>
    (await stage.app.call(path, { as, params: { elderId }, ...(body && { body }), headers: { "idempotency-key": `${path}${as}${elderId}` } })).status;
  const visit = (n: string) => ({ clientId: n, ...ordinary });

  const seen: Record<string, readonly number[]> = {};
  for (const as of ["min", "fang", "leader", "bureau", "stranger"])
    seen[as] = [
      await status("GET /mine/elders/:elderId", as, own),
      await status("POST /mine/elders/:elderId/visits", as, own, visit(as)),
      await status("GET /elders/:elderId", as, own),
      await status("GET /elders/:elderId", as, other),
      await status("GET /elders/:elderId/history", as, other),
      await status("POST /elders/:elderId/visits", as, other, visit(`${as}2`)),
      await status("GET /sums", as, own),
    ];

  expect(seen).toEqual({
    min: [200, 200, 403, 403, 403, 403, 403],
    fang: [404, 404, 403, 403, 403, 403, 403],
    leader: [404, 404, 200, 404, 404, 404, 200],
    bureau: [404, 404, 403, 403, 403, 403, 200],
    stranger: [404, 404, 403, 403, 403, 403, 403],
  });
});

test("a visit written down twice is one visit, settles what is due, and what it says stands sealed in the file", async () => {
  const { own } = await begin();
  await stage.ask((ctx) => planAhead(ctx));
  const canaries = ["金丝雀探访", "金丝雀需要"];
  const body = {
    clientId: "p1",
    ...ordinary,
    condition: "attention",
    wrong: ["medicine"],
    words: canaries[0]!,
    needs: [{ category: "medical", words: canaries[1]!, action: "on_spot" }],
  };
  const send = () => stage.call("POST /mine/elders/:elderId/visits", { as: "min", params: { elderId: own }, body });

  const [first, again] = [await send(), await send()];

  expect([first.status, again.body.id]).toEqual([200, first.body.id]);
  expect((await rows("elder_pairing_visit")).length).toBe(1);
  expect((await rows("elder_pairing_due")).filter(({ elderId, state }) => elderId === own && state === "done")).toMatchObject([
    { state: "done", doneOn: "2026-09-03", visitId: first.body.id },
  ]);
  const read = await stage.call("GET /mine/elders/:elderId", { as: "min", params: { elderId: own } });
  expect(read.body.visits[0]).toMatchObject({ condition: "attention", wrong: ["medicine"], words: canaries[0] });
  const files = (await databaseFiles(stage)).map((file) => readFileSync(file));
  for (const canary of canaries) expect(files.some((bytes) => bytes.includes(canary))).toBe(false);
  // The search does find what stands open.
  expect(files.length === 0 || files.some((bytes) => bytes.includes("周桂兰"))).toBe(true);
  const log = await stage.app.app.platform.database.kit.selectFrom("kit_access_log").selectAll().execute();
  expect(log.filter(({ account }) => account === "min").length).toBeGreaterThan(0);
  const audit = await stage.app.audited();
  expect(JSON.stringify(audit)).not.toContain("金丝雀");
});

test("whoever may not open the record, and a helper until both have agreed, reads how often somebody came and nothing of health; who may reads it, and the reading is logged", async () => {
  const { own } = await begin();
  await aPerson(stage.app, { fullName: "管名册", account: "keeper", role: "administrator" });
  const needs = [{ category: "medical", action: "matter" }];
  await stage.call("POST /elders/:elderId/visits", { params: { elderId: own }, body: { clientId: "h1", ...ordinary, condition: "attention", needs } });
  const logged = async (as: string): Promise<number> => {
    const rows = await stage.app.app.platform.database.kit.selectFrom("kit_access_log").select("account").execute();
    return rows.filter(({ account }) => account === as).length;
  };
  const read = async (path: string, as: string) => {
    const before = await logged(as);
    const { body } = await stage.call(path, { as, params: { elderId: own } });
    const [visit, need] = [body.visits?.[0], body.needs?.[0]];
    return [visit && `${visit.visitedOn} ${visit.condition}`, need && `${need.category} ${need.matterNumber === null}`, (await logged(as)) > before];
  };
  await stage.ask(({ db }) =>
    db.updateTable("elder_pairing_pair").set({ effectiveOn: null }).where("elderId", "=", own).where("role", "=", "primary").execute(),
  );
  const closed = [
    await read("GET /elders/:elderId", "keeper"),
    await read("GET /elders/:elderId/needs", "keeper"),
    await read("GET /mine/elders/:elderId", "min"),
  ];
  await stage.ask(({ db }) => db.updateTable("elder_pairing_pair").set({ effectiveOn: "2026-09-03" }).where("elderId", "=", own).execute());
  const opened = [
    await read("GET /elders/:elderId", "secretary"),
    await read("GET /elders/:elderId/needs", "secretary"),
    await read("GET /mine/elders/:elderId", "min"),
  ];

  const [day, nothing] = ["2026-09-03", undefined];
  expect(closed).toEqual([
    [`${day} `, nothing, false],
    [nothing, " true", false],
    [`${day} `, " true", false],
  ]);
  expect(opened).toEqual([
    [`${day} attention`, nothing, true],
    [nothing, "medical false", true],
    [`${day} attention`, "medical false", true],
  ]);
});

test("a fall makes an elder red for a time and somebody comes within a day; then the level is what it was; a heat alert raises by one", async () => {
  const { own } = await begin();
  const before = await levelOf("周桂兰");
  await stage.call("POST /mine/elders/:elderId/visits", { as: "min", params: { elderId: own }, body: { clientId: "f1", ...ordinary, wrong: ["fell"] } });

  const soon = (await rows("elder_pairing_due")).filter(({ elderId, dueOn, level }) => elderId === own && dueOn === "2026-09-04" && level === "red");
  expect([before, await levelOf("周桂兰"), soon.length]).toEqual(["red", "red", 1]);
  await stage.call("PUT /elders/:elderId/level", { params: { elderId: await stage.elderId("吴金花") }, body: { level: "green" } });
  const alert = await stage.call("POST /places/:placeId/alerts", { params: { placeId: stage.county.placeId }, body: { kind: "heat" } });
  expect([alert.body.elders, await levelOf("吴金花")]).toEqual([2, "yellow"]);
  stage.app.ports.setTime("2026-10-20T09:00");
  await stage.ask((ctx) => lowerLevels(ctx));
  expect([await levelOf("周桂兰"), await levelOf("吴金花")]).toEqual(["red", "green"]);
  expect((await rows("elder_pairing_trigger")).every(({ endedOn }) => endedOn === "2026-10-20")).toBe(true);
});

test("what is overdue is told to the helper after a day, to the team lead after three, to the committee after seven, once a day and without a name; a snooze waits", async () => {
  const { own } = await begin();
  await aGridLeader(stage, "柳树坡村", "leader");
  const due = {
    state: "due",
    doneOn: null,
    visitId: null,
    snoozedUntil: null,
    snoozeReason: null,
    snoozeNote: null,
    month: "2026-09",
    level: "yellow",
    mode: "visit",
  };
  await stage.ask(async ({ db, newId }) => {
    const { placePath } = await db.selectFrom("elder_pairing_elder").select("placePath").where("id", "=", own).executeTakeFirstOrThrow();
    await db.deleteFrom("elder_pairing_due").execute();
    await db
      .insertInto("elder_pairing_due")
      .values({ id: newId(), placePath, elderId: own, dueOn: "2026-09-07", ...due })
      .execute();
  });
  const told = async (day: string) => {
    stage.app.ports.setTime(`${day}T08:30`);
    return stage.ask((ctx) => urgeVisits(ctx));
  };

  expect([await told("2026-09-07"), await told("2026-09-08"), await told("2026-09-10"), await told("2026-09-14")]).toEqual([
    { helper: 0, lead: 0, committee: 0 },
    { helper: 1, lead: 0, committee: 0 },
    { helper: 1, lead: 1, committee: 0 },
    { helper: 1, lead: 1, committee: 1 },
  ]);
  await told("2026-09-14");
  const letters = await stage.app.app.platform.database.kit.selectFrom("kit_outbox").selectAll().where("kind", "=", "sms").execute();
  expect(letters.length).toBe(3);
  expect(letters.map(({ payload }) => payload).join("")).not.toContain("周桂兰");
  const snoozed = await stage.call("POST /elders/:elderId/snooze", {
    params: { elderId: own },
    body: { until: "2026-09-17", reason: "family", words: "在女儿家" },
  });
  const late = await stage.call("POST /elders/:elderId/snooze", {
    params: { elderId: own },
    body: { until: "2026-12-20", reason: "family", words: "在女儿家" },
  });
  expect([snoozed.body.count, late.body.code, (await told("2026-09-15")).helper]).toEqual([1, "elder-pairing.snoozeLong", 0]);
});

test("one visit is put off twice at most, however short; the next one counts by itself", async () => {
  const { own } = await begin();
  await stage.ask(async ({ db, newId }) => {
    const { placePath } = await db.selectFrom("elder_pairing_elder").select("placePath").where("id", "=", own).executeTakeFirstOrThrow();
    await db.deleteFrom("elder_pairing_due").execute();
    const due = { placePath, elderId: own, month: "2026-09", level: "red", mode: "visit", state: "due", doneOn: null, visitId: null, snoozedUntil: null };
    for (const dueOn of ["2026-09-02", "2026-09-09"])
      await db
        .insertInto("elder_pairing_due")
        .values({ id: newId(), dueOn, snoozeReason: null, snoozeNote: null, ...due })
        .execute();
  });
  const putOff = async (today: string, until: string) => {
    stage.app.ports.setTime(`${today}T09:00`);
    const { body } = await stage.call("POST /elders/:elderId/snooze", { params: { elderId: own }, body: { until, reason: "away" } });
    return body.code ?? body.count;
  };

  expect([await putOff("2026-09-03", "2026-09-04"), await putOff("2026-09-05", "2026-09-06"), await putOff("2026-09-06", "2026-09-07")]).toEqual([
    1,
    1,
    "elder-pairing.snoozeSpent",
  ]);
  expect(await putOff("2026-09-10", "2026-09-11")).toBe(1);
});

test("nobody answers twice within a fortnight: the level rises; help may be called at any step", async () => {
  const { own } = await begin();
  await stage.call("PUT /elders/:elderId/level", { params: { elderId: own }, body: { level: "yellow" } });
  const start = async () => (await stage.call("POST /mine/elders/:elderId/ladders", { as: "min", params: { elderId: own } })).body.id;
  const close = (ladderId: string) =>
    stage.call("POST /mine/ladders/:ladderId/close", { as: "min", params: { ladderId }, body: { state: "safe", outcome: "在邻居家" } });

  await close(await start());
  const once = await levelOf("周桂兰");
  stage.app.ports.setTime("2026-09-10T09:00");
  const second = await start();
  const help = await stage.call("POST /mine/ladders/:ladderId/steps", {
    as: "min",
    params: { ladderId: second },
    body: { step: "emergency", result: "on_the_way" },
  });
  await close(second);

  expect([once, help.status, await levelOf("周桂兰")]).toEqual(["yellow", 200, "red"]);
  expect((await close(second)).body.code).toBe("elder-pairing.ladderOver");
});

test("a day agreed on at the door moves what is planned in that month, is one more where nothing is, and one that passed on the way is left out", async () => {
  const { own } = await begin();
  await stage.call("PUT /elders/:elderId/level", { params: { elderId: own }, body: { level: "yellow" } });
  const days = async (): Promise<string[]> =>
    (await rows("elder_pairing_due"))
      .filter(({ elderId, state }) => elderId === own && state === "due")
      .map(({ dueOn }) => dueOn as string)
      .sort();
  await stage.ask(async ({ db, newId }) => {
    const { placePath } = await db.selectFrom("elder_pairing_elder").select("placePath").where("id", "=", own).executeTakeFirstOrThrow();
    await db.deleteFrom("elder_pairing_due").execute();
    const due = { month: "2026-09", level: "yellow", mode: "visit", state: "due", doneOn: null, visitId: null };
    await db
      .insertInto("elder_pairing_due")
      .values({ id: newId(), placePath, elderId: own, dueOn: "2026-09-21", ...due, snoozedUntil: null, snoozeReason: null, snoozeNote: null })
      .execute();
  });
  let entries = 0;
  // A search that found the elder at home settles nothing that is planned, so the days stand alone.
  const agree = async (nextOn: string, more: object = {}) => {
    const body = { ...ordinary, clientId: `n${entries++}`, isSeen: false, nextOn, ...more };
    const { body: answer } = await stage.call("POST /mine/elders/:elderId/visits", { as: "min", params: { elderId: own }, body });
    return answer.code ?? (await days()).join();
  };

  expect(await agree("2026-09-18")).toBe("2026-09-18");
  expect(await agree("2026-10-09")).toBe("2026-09-18,2026-10-09");
  expect(await agree("2026-10-09")).toBe("2026-09-18,2026-10-09");
  expect(await agree("2026-09-03")).toBe("elder-pairing.dayPast");
  expect(await agree("2027-09-03")).toBe("elder-pairing.dayFar");
  expect(await agree("2026-09-02", { at: "2026-09-01T02:00:00.000Z" })).toBe("2026-09-18,2026-10-09");
});
