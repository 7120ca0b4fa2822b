import { afterEach, expect, test } from "vitest";
import { goneAtRest } from "../check-house/checkups.js";
import { watchDay } from "../cover-elders/watch-day.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());
const open = async () => (await rows("elder_pairing_pair")).filter(({ untilOn }) => untilOn === null);
const due = async () => (await rows("elder_pairing_due")).filter(({ state }) => state === "due");
const doctor = () => stage.ask((ctx) => goneAtRest.run(ctx));
const ordinary = { mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [] };

/** 周桂兰 with helpers in force; then she is gone. Gives her id. */
async function gone(how: "deceased" | "moved" | "erased"): Promise<string> {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await stage.agreeAll();
  const elderId = await stage.elderId("周桂兰");
  const params = { elderId };
  const ended =
    how === "erased"
      ? await stage.call("POST /elders/:elderId/erase", { params, body: { name: "周桂兰" } })
      : await stage.call("POST /elders/:elderId/end", { params, body: { state: how } });
  expect(ended.status).toBe(200);
  return elderId;
}

test.each(["deceased", "moved", "erased"] as const)(
  "who is %s gets no helper, no day, no wish, no level and no consent any more, and a day agreed on before is not kept for them",
  async (how) => {
    const elderId = await gone(how);
    const params = { elderId };
    const cadreId = await stage.cadreId("刘敏");
    const refused = [
      await stage.call("POST /elders/:elderId/pairs", { params, body: { cadreId } }),
      await stage.call("PUT /elders/:elderId/wish", { params, body: { wish: "phone" } }),
      await stage.call("PUT /elders/:elderId/level", { params, body: { level: "red" } }),
      await stage.call("POST /elders/:elderId/triggers", { params, body: { kind: "fall" } }),
      await stage.call("POST /elders/:elderId/consents/:scope", { params: { elderId, scope: "visits" }, body: { form: "spoken" } }),
    ];
    expect(refused.map(({ status, body }) => `${status} ${body.code}`)).toEqual(Array(5).fill("409 elder-pairing.elderLeft"));

    const body = { ...ordinary, clientId: "paper", at: "2026-09-02T02:00:00.000Z", nextOn: "2026-09-20" };
    expect((await stage.call("POST /elders/:elderId/visits", { params, body })).status).toBe(how === "erased" ? 410 : 200);
    expect([await open(), await due(), await doctor()]).toEqual([[], [], []]);
  },
);

test("who has moved away may still take a consent back, and of the erased there is none", async () => {
  const elderId = await gone("moved");
  const answer = await stage.call("POST /elders/:elderId/consents/:scope/withdraw", { params: { elderId, scope: "posting" } });
  expect(answer.status).toBe(200);
  await stage.call("POST /elders/:elderId/erase", { params: { elderId }, body: { name: "周桂兰" } });
  const late = await stage.call("POST /elders/:elderId/consents/:scope/withdraw", { params: { elderId, scope: "health" } });
  expect(late.body.code).toBe("elder-pairing.elderLeft");
});

test("a day agreed on with somebody who wishes no visit is not planned", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await stage.agreeAll();
  const params = { elderId: await stage.elderId("周桂兰") };
  await stage.call("PUT /elders/:elderId/wish", { params, body: { wish: "none" } });
  await stage.call("POST /elders/:elderId/visits", { params, body: { ...ordinary, clientId: "p1", nextOn: "2026-09-20" } });
  expect(await due()).toEqual([]);
});

test("an open pair and a day of somebody gone are on doctor's list, and the day's work ends them", async () => {
  const elderId = await gone("deceased");
  const [pair] = await rows("elder_pairing_pair");
  const day = { dueOn: "2026-09-20", month: "2026-09", level: "red", mode: "visit", state: "due", doneOn: null, visitId: null };
  await stage.ask(async ({ db, newId }) => {
    await db.updateTable("elder_pairing_pair").set({ untilOn: null, endReason: null }).where("id", "=", pair.id).execute();
    const row = { id: newId(), placePath: pair.placePath, elderId, snoozedUntil: null, snoozeReason: null, snoozeNote: null };
    await db
      .insertInto("elder_pairing_due")
      .values({ ...row, ...day })
      .execute();
  });
  expect(await doctor()).toEqual([elderId]);

  await stage.ask((ctx) => watchDay(ctx));

  expect([await doctor(), await open(), await due()]).toEqual([[], [], []]);
});
