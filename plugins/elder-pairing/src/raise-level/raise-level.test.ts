import { afterEach, expect, test } from "vitest";
import { alertDay } from "../plan-visits/due-soon.js";
import { newDue } from "../plan-visits/plan-month.js";
import { urgeVisits } from "../urge-visits/urge-visits.js";
import { setTwoTowns, type TwoTowns } from "../testing/two-towns.js";
import { alerts, lowerLevels, triggerKinds, triggers } from "./raise-level.js";

let stage: TwoTowns;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());
const levelsOf = async () => Object.fromEntries((await rows("elder_pairing_elder")).map(({ name, level }) => [name, level]));
const soon = async (elderId: string) => (await rows("elder_pairing_due")).filter((due) => due.elderId === elderId && due.dueOn === "2026-09-04").length;
async function begin(): Promise<string> {
  stage = await setTwoTowns();
  await stage.bringElder(1, "周桂兰", "柳树坡村", { level: "绿" });
  await stage.bringElder(2, "吴金花", "石桥村", { level: "黄" });
  await stage.bringElder(3, "郑玉梅", "石桥村", { level: "绿", living: "与家人同住" });
  await stage.run();
  return stage.elderId("周桂兰");
}

test.each(triggerKinds.filter((kind) => !(alerts as readonly string[]).includes(kind)))(
  "%s makes an elder red, somebody comes by tomorrow, what happened is sealed, and after its days the level is what it was",
  async (kind) => {
    const elderId = await begin();

    const answer = await stage.call("POST /elders/:elderId/triggers", { params: { elderId }, body: { kind } });

    const [trigger] = await rows("elder_pairing_trigger");
    expect([answer.status, (await levelsOf())["周桂兰"], await soon(elderId), trigger.kind]).toEqual([200, "red", 1, "event"]);
    expect(await stage.ask((ctx) => ctx.disclose([trigger.what], "visit"))).toEqual([kind]);
    expect(JSON.stringify(await stage.app.audited())).not.toContain(`"${kind}"`);
    stage.app.ports.setTime(`${trigger.untilOn}T00:20`);
    await stage.ask((ctx) => lowerLevels(ctx));
    expect([(await levelsOf())["周桂兰"], (Date.parse(trigger.untilOn) - Date.parse("2026-09-03")) / 86_400_000]).toEqual(["green", triggers[kind]]);
  },
);

test.each(alerts)("an alert of %s raises those of the six groups, yellow and red ones of its place by one for a week, and nobody elsewhere", async (kind) => {
  const elderId = await begin();
  const { places } = (await stage.call("GET /tops")).body;
  const placeId = await stage.ask(
    async ({ db }) => (await db.selectFrom("directory_v1_place").select("id").where("name", "=", "青石镇").executeTakeFirstOrThrow()).id,
  );

  const town = await stage.call("POST /places/:placeId/alerts", { params: { placeId }, body: { kind } });
  const raised = await levelsOf();
  stage.app.ports.setTime("2026-09-10T00:20");
  await stage.ask((ctx) => lowerLevels(ctx));

  expect(places.length).toBeGreaterThan(0);
  expect([town.body.elders, raised]).toEqual([1, { 周桂兰: "green", 吴金花: "red", 郑玉梅: "green" }]);
  expect([await soon(elderId), await soon(await stage.elderId("吴金花")), (await levelsOf())["吴金花"]]).toEqual([0, 1, "yellow"]);
});

const visit = (clientId: string, more: object = {}) => ({ clientId, mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [], ...more });
const dueOf = async (elderId: string) =>
  (await rows("elder_pairing_due"))
    .filter((due) => due.elderId === elderId)
    .map(({ dueOn, state, level, mode }) => `${dueOn} ${state} ${level} ${mode}`)
    .sort();

test("a fall found at the visit that was planned for tomorrow has somebody come tomorrow all the same, and the visit that was made counts as it was", async () => {
  await begin();
  const elderId = await stage.elderId("吴金花");
  await stage.ask(({ db }) => db.deleteFrom("elder_pairing_due").execute());
  await stage.ask(({ db, newId }) =>
    db
      .insertInto("elder_pairing_due")
      .values({ ...newDue, id: newId(), placePath: "/", elderId, dueOn: "2026-09-04", month: "2026-09", level: "yellow", mode: "visit" })
      .execute(),
  );

  await stage.call("POST /elders/:elderId/visits", { params: { elderId }, body: visit("v1", { wrong: ["fell"] }) });

  const all = await dueOf(elderId);
  expect(all.slice(0, 2)).toEqual(["2026-09-03 done yellow visit", "2026-09-04 due red visit"]);
  expect((await rows("elder_pairing_due")).filter(({ state }) => state === "done").map(({ doneOn }) => doneOn)).toEqual(["2026-09-03"]);
});

test("what was put off waits no longer once something happens, and keeps nothing else quiet", async () => {
  await begin();
  const elderId = await stage.elderId("吴金花");
  await stage.ask(({ db }) =>
    db.updateTable("elder_pairing_due").set({ dueOn: "2026-09-02", snoozedUntil: "2026-09-18" }).where("elderId", "=", elderId).execute(),
  );
  stage.app.ports.setTime("2026-09-07T09:00");
  const quiet = await stage.ask(urgeVisits);

  await stage.call("POST /elders/:elderId/triggers", { params: { elderId }, body: { kind: "hospital" } });
  stage.app.ports.setTime("2026-09-11T08:30");

  expect([quiet.lead, (await stage.ask(urgeVisits)).lead]).toEqual([0, 1]);
  expect((await rows("elder_pairing_due")).filter(({ snoozedUntil }) => snoozedUntil !== null)).toEqual([]);
});

test("whoever leaves while the level is raised comes back with the level of before; gone by mistake they are raised again the same day", async () => {
  const elderId = await begin();
  const params = { elderId };
  const standing = async () => (({ level, levelReason }) => [level, levelReason])((await rows("elder_pairing_elder")).find(({ id }) => id === elderId));
  await stage.call("POST /elders/:elderId/triggers", { params, body: { kind: "fall" } });
  await stage.call("POST /elders/:elderId/end", { params, body: { state: "moved" } });
  const gone = await standing();
  await stage.call("POST /elders/:elderId/restore", { params });
  const restored = await standing();
  await stage.call("POST /elders/:elderId/end", { params, body: { state: "moved" } });
  stage.app.ports.setTime("2026-10-20T09:00");
  await stage.bringElder(1, "周桂兰", "柳树坡村", { level: "绿" });

  expect([gone[0], restored, (await standing())[0]]).toEqual(["green", ["red", "event"], "green"]);
  expect((await rows("elder_pairing_trigger")).every(({ endedOn }) => endedOn !== null)).toBe(true);
});

test("a level that nothing holds up any more goes back at night, also where the trigger ended while the elder was away", async () => {
  const elderId = await begin();
  await stage.call("POST /elders/:elderId/triggers", { params: { elderId }, body: { kind: "fall" } });
  await stage.ask(({ db }) => db.updateTable("elder_pairing_trigger").set({ endedOn: "2026-09-03" }).execute());

  await stage.ask((ctx) => lowerLevels(ctx));

  expect((await levelsOf())["周桂兰"]).toBe("green");
});

test("why somebody set a level is not shown while an alert holds it up, and is there again when the alert is over", async () => {
  await begin();
  const elderId = await stage.elderId("吴金花");
  const why = "老伴刚走，女儿托我们多去";
  await stage.call("PUT /elders/:elderId/level", { params: { elderId }, body: { level: "yellow", words: why } });
  const note = async () => (await stage.call("GET /elders/:elderId", { params: { elderId } })).body.card.levelNote;
  const before = await note();
  await stage.call("POST /places/:placeId/alerts", { params: { placeId: stage.county.placeId }, body: { kind: "heat" } });
  const during = await note();
  stage.app.ports.setTime("2026-09-10T00:20");
  await stage.ask((ctx) => lowerLevels(ctx));

  expect([before, during, await note()]).toEqual([why, null, why]);
});

test("an alert asks for nobody from the eve of Spring Festival to its third day, a fall does; who wishes to be called is called", async () => {
  stage = await setTwoTowns({ at: "2027-02-04T09:00" });
  await stage.bringElder(1, "周桂兰", "柳树坡村", { level: "黄", wish: "phone" });
  await stage.bringElder(2, "吴金花", "石桥村", { level: "黄" });
  await stage.run();
  const urgent = async () =>
    (await rows("elder_pairing_due")).filter(({ cause }) => cause === "urgent").map(({ dueOn, mode, month }) => `${dueOn} ${mode} ${month}`);

  const days = [];
  for (const today of ["2027-02-04", "2027-02-05", "2027-02-08"]) {
    stage.app.ports.setTime(`${today}T09:00`);
    days.push(await stage.ask(alertDay));
  }
  stage.app.ports.setTime("2027-02-04T09:00");
  await stage.call("POST /places/:placeId/alerts", { params: { placeId: stage.county.placeId }, body: { kind: "cold" } });
  const alerted = await urgent();
  await stage.call("POST /elders/:elderId/triggers", { params: { elderId: await stage.elderId("周桂兰") }, body: { kind: "fall" } });

  expect(days).toEqual(["2027-02-04", "2027-02-09", "2027-02-09"]);
  expect(alerted.sort()).toEqual(["2027-02-04 phone 2027-02", "2027-02-04 visit 2027-02"]);
  expect((await urgent()).sort()).toEqual(["2027-02-04 phone 2027-02", "2027-02-04 visit 2027-02", "2027-02-05 phone 2027-02"]);
});
