import { afterEach, expect, test } from "vitest";
import { findElder } from "../keep-people/people.repository.js";
import { planAhead } from "../plan-visits/store-dues.js";
import { raiseLevel } from "../raise-level/raise-level.js";
import { setTwoTowns, type TwoTowns } from "../testing/two-towns.js";
import { endTrigger } from "./end-raised.js";

let stage: TwoTowns;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(`elder_pairing_${table}`).selectAll().orderBy("id").execute());
const levels = async () => Object.fromEntries((await rows("elder")).map(({ name, level, levelReason }) => [name, `${level} ${levelReason}`]));
const open = async () => (await rows("due")).filter(({ state }) => state !== "done");
async function begin(): Promise<void> {
  stage = await setTwoTowns();
  await stage.bringElder(1, "周桂兰", "柳树坡村", { level: "绿" });
  await stage.bringElder(2, "吴金花", "石桥村", { level: "黄" });
  await stage.run();
  await stage.ask((ctx) => planAhead(ctx));
}
const raise = (kind = "heat") => stage.call("POST /places/:placeId/alerts", { params: { placeId: stage.county.placeId }, body: { kind } });
const alerts = async () => (await stage.call("GET /alerts")).body.alerts;
const endAlert = (alertId: string, reason: string) => stage.call("POST /alerts/:alertId/end", { params: { alertId }, body: { reason } });
const happen = async (name: string, kind: string) =>
  stage.call("POST /elders/:elderId/triggers", { params: { elderId: await stage.elderId(name) }, body: { kind } });
const raised = async (name: string) => (await stage.call("GET /elders/:elderId", { params: { elderId: await stage.elderId(name) } })).body.raised;
const endTriggerBy = (triggerId: string, reason = "wrong") => stage.call("POST /triggers/:triggerId/end", { params: { triggerId }, body: { reason } });

test("an alert raised by mistake and noticed days later is ended: levels go back, nothing of it is due or was missed, and it ends once", async () => {
  await begin();
  const before = await levels();
  const already = (await open()).filter(({ dueOn }) => dueOn <= "2026-09-03");
  await raise();
  const [running] = await alerts();
  const during = await levels();
  stage.app.ports.setTime("2026-09-08T09:00");

  const answer = await endAlert(running.id, "not_so");

  expect(running).toMatchObject({ kind: "heat", place: "示例县", onDay: "2026-09-03", untilOn: "2026-09-10", elders: 2 });
  expect(during).toEqual({ 周桂兰: "yellow heat", 吴金花: "red heat" });
  expect([answer.body, await levels(), await alerts()]).toEqual([{ elders: 2 }, before, []]);
  const left = await open();
  expect(left.filter(({ level, cause }) => level === "red" || cause !== null)).toEqual([]);
  expect(left.filter(({ dueOn }) => dueOn <= "2026-09-08")).toEqual(already);
  expect(new Set(left.map((due) => due.elderId)).size).toBe(2);
  expect([(await endAlert(running.id, "over")).body.code, (await endAlert("nothing", "over")).body.code]).toEqual([
    "elder-pairing.alertOver",
    "elder-pairing.alertUnknown",
  ]);
  expect(JSON.stringify(await stage.app.audited())).toMatch(/alert\.end.*not_so/);
});

test("an alert that is over early asks for nobody from today on, and what was missed by then was missed", async () => {
  await begin();
  await raise();
  const [{ id }] = await alerts();
  stage.app.ports.setTime("2026-09-08T09:00");

  await endAlert(id, "over");

  expect((await open()).filter(({ cause }) => cause === "urgent").map(({ dueOn }) => dueOn)).toEqual(["2026-09-04", "2026-09-04"]);
  expect((await open()).filter(({ level, dueOn }) => level === "red" && dueOn >= "2026-09-08")).toEqual([]);
});

test("what else happened holds the level up, and whoever was asked for by both still comes; once nothing is left the level is what it was", async () => {
  await begin();
  await raise();
  await happen("吴金花", "fall");
  const [{ id }] = await alerts();

  await endAlert(id, "wrong");
  const held = (await levels())["吴金花"];
  const urgent = (await open()).filter(({ cause }) => cause === "urgent").map(({ dueOn }) => dueOn);
  const [fall] = await raised("吴金花");
  await endTriggerBy(fall.id);

  expect([held, urgent, fall.kind]).toEqual(["red event", ["2026-09-04"], "fall"]);
  expect([(await levels())["吴金花"], await raised("吴金花")]).toEqual(["yellow sheet", []]);
  expect((await open()).filter(({ level, cause }) => level === "red" || cause === "urgent")).toEqual([]);
  expect([(await endTriggerBy(fall.id)).body.code, (await endTriggerBy("nothing")).body.code]).toEqual([
    "elder-pairing.triggerOver",
    "elder-pairing.triggerUnknown",
  ]);
});

test("a day agreed on at the door stays, urgent no more", async () => {
  await begin();
  const elderId = await stage.elderId("吴金花");
  await stage.ask(({ db }) => db.updateTable("elder_pairing_due").set({ dueOn: "2026-09-04", cause: "agreed" }).where("elderId", "=", elderId).execute());
  await happen("吴金花", "fall");
  const told = async () => (await open()).filter((due) => due.elderId === elderId && due.cause === "agreed").map(({ dueOn, level }) => `${dueOn} ${level}`);
  const during = await told();

  await endTriggerBy((await raised("吴金花"))[0].id);

  expect([during, await told()]).toEqual([["2026-09-04 red"], ["2026-09-04 yellow"]]);
});

test("a level set by hand while an alert ran stays when it ends, and whoever was away comes back raised by it no more", async () => {
  await begin();
  const [byHand, away] = [await stage.elderId("周桂兰"), await stage.elderId("吴金花")];
  await raise("cold");
  await stage.call("PUT /elders/:elderId/level", { params: { elderId: byHand }, body: { level: "yellow" } });
  await stage.call("POST /elders/:elderId/end", { params: { elderId: away }, body: { state: "moved" } });
  const [{ id }] = await alerts();

  await endAlert(id, "not_so");
  await stage.call("POST /elders/:elderId/restore", { params: { elderId: away } });

  expect(await levels()).toEqual({ 周桂兰: "yellow by_hand", 吴金花: "yellow sheet" });
});

test("whatever is raised and ended in whatever order, the level is what still holds it up, and with nothing left nothing red or urgent is due", async () => {
  await begin();
  const elderId = await stage.elderId("周桂兰");
  const running = new Map<string, string>();
  let seed = 7;
  const random = (most: number): number => (seed = (seed * 16_807) % 2_147_483_647) % most;
  /** Red by anything that happened, one up by weather alone, else as it was. */
  const expected = () => ([...running.values()].includes("event") ? "red" : running.size > 0 ? "yellow" : "green");
  const end = async (id: string) => {
    await stage.ask((ctx) => endTrigger(ctx, id, "wrong"));
    running.delete(id);
  };
  const found: [string, string][] = [];
  for (let i = 0; i < 60; i++) {
    if (running.size > 0 && random(5) > 1) await end([...running.keys()][random(running.size)]!);
    else {
      const kind = (["fall", "heat", "cold"] as const)[random(3)]!;
      await stage.ask(async (ctx) => raiseLevel(ctx, (await findElder(ctx.db, elderId))!, kind));
      for (const row of await rows("trigger")) if (row.endedOn === null) running.set(row.id, row.kind);
    }
    found.push([(await levels())["周桂兰"]!.split(" ")[0]!, expected()]);
  }
  for (const id of [...running.keys()]) await end(id);

  expect(found.filter(([is, should]) => is !== should)).toEqual([]);
  expect(new Set(found.map(([is]) => is)).size).toBe(3);
  expect([(await levels())["周桂兰"], (await open()).filter((due) => due.elderId === elderId && (due.level === "red" || due.cause === "urgent"))]).toEqual([
    "green sheet",
    [],
  ]);
});
