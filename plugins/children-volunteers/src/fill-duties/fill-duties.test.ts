import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const fill = (programmeId: string, as = "secretary") =>
  stage.call("POST /api/children-volunteers/programmes/:programmeId/fill", { as, params: { programmeId } });

test("a week is filled by turn: two adults a morning, nobody twice before everybody was once, each told with a link of their own", async () => {
  const people = [];
  for (const n of [1, 2, 3, 4, 5]) people.push(await stage.aVolunteer(n));
  const { programmeId } = await stage.aPlan();
  const before = await stage.duties();

  const { body } = await fill(programmeId);

  const days = await stage.onDuty(programmeId);
  const letters = (await stage.letters()).filter(({ text }) => text.includes("/children-volunteers/ask/"));
  expect(before.map(({ short }) => short)).toEqual([2, 2, 2, 2, 2]);
  expect(body).toEqual({ placed: 10, missing: 0 });
  expect(days.map(({ length }) => length)).toEqual([2, 2, 2, 2, 2]);
  expect(people.map((_, i) => days.flat().filter((name) => name === `志愿者${i + 1}`).length)).toEqual([2, 2, 2, 2, 2]);
  expect(new Set(days.slice(0, 2).flat()).size).toBe(4);
  expect(letters.map(({ to }) => to).sort()).toEqual(people.flatMap(({ personId }) => [personId, personId]).sort());
  expect(letters[0]!.text).toMatch(/轮次排你7月12日 08:30–11:00到上湾村儿童之家带“防溺水和阅读”/);
  expect(await stage.duties()).toEqual([]);
});

test("nobody is placed who is not on the rota, not checked for that day, or cleaning with the volunteers at that time; what is missing is said", async () => {
  await stage.aVolunteer(1, { isOnRota: false });
  await stage.aVolunteer(2, { checkedOn: null });
  await stage.aVolunteer(3, { checkedOn: "2026-07-13" });
  const busy = await stage.aVolunteer(4, { account: "busy" });
  const [day] = await stage.app.write(
    "volunteer-days",
    ({ services }) => services.series.days(stage.seriesId, "2027-07-12", "2027-07-12") as Promise<{ id: string }[]>,
  );
  await stage.must("POST /api/volunteer-days/days/:dayId/sign-ups", { as: "busy", params: { dayId: day!.id }, body: {} });
  const { programmeId } = await stage.aPlan();

  const { body } = await fill(programmeId);

  expect(await stage.onDuty(programmeId)).toEqual([["志愿者3"], ["志愿者4"], ["志愿者4"], ["志愿者4"], ["志愿者4"]]);
  expect(body).toEqual({ placed: 5, missing: 5 });
  expect((await stage.duties()).map(({ proposed, asked }) => [proposed, asked.map(({ state }: any) => state)])).toEqual(Array(5).fill([[], ["placed"]]));
  expect(busy.personId).not.toBe("");
});

test("only who plans may fill or look, and a programme without a gap has nothing to fill", async () => {
  await stage.aVolunteer(1, { account: "v1" });
  const { programmeId } = await stage.aPlan();

  const refused = await Promise.all([fill(programmeId, "luo"), fill(programmeId, "v1"), stage.call("GET /api/children-volunteers/duties", { as: "v1" })]);
  const unknown = await fill("no such programme");

  expect(refused.slice(0, 2).map(({ status }) => status)).toEqual([403, 403]);
  expect([200, 403]).toContain(refused[2]!.status);
  expect(refused[2]!.body.duties ?? []).toEqual([]);
  expect([unknown.status, unknown.body.code]).toEqual([404, "children-volunteers.noDuty"]);
});
