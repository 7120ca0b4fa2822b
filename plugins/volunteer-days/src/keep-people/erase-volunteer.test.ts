import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { members, phoneOf, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let dayId: string;
beforeEach(async () => {
  stage = await setStage({ sites: 1, posts: [members(2, 1)] });
  dayId = (await stage.day("2026-09-24")).id;
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});
const find = async (who: string, as = "secretary") =>
  stage.call("POST /series/:seriesId/volunteers/search", { as, params: { seriesId: stage.seriesId }, body: { who } });
const erase = (volunteerId: string, name: string, as = "secretary") =>
  stage.call("POST /volunteers/:volunteerId/erasure", { as, params: { volunteerId }, body: { name } });
const record = async (volunteerId: string) => (await stage.call("GET /volunteers/:volunteerId/record", { params: { volunteerId } })).body;

test("whoever signed up and cancelled long ago is found by the whole name or number, and by nothing less", async () => {
  const { body } = await stage.join(dayId, 1);
  const [signUpId, key] = body.link.split("/").slice(-2);
  await stage.call("POST /public/sign-ups/:signUpId/:key/cancel", { as: null, params: { signUpId, key } });
  await stage.join(dayId, 2);

  const answers = [await find("志愿者 1"), await find("+86 199-0000-0001"), await find("志愿者"), await find("1990000")];

  expect(answers.map(({ body: { found } }) => found.map(({ name }: any) => name))).toEqual([["志愿者1"], ["志愿者1"], [], []]);
  expect((await find("志愿者1", "he")).body.code).toBe("kit.notAllowed");
});

test("who is known by name and phone alone is erased at their wish: name and number are gone, minutes stay, places ahead go to who waits", async () => {
  const past = (await stage.day("2026-09-17")).id;
  await stage.join(past, 1);
  stage.app.ports.setTime("2026-09-17T11:00");
  await stage.call("POST /days/:dayId/hours", { params: { dayId: past }, body: { unticked: 1 } });
  for (const n of [1, 2, 3]) await stage.join(dayId, n);
  const [{ id }] = (await find(phoneOf(1))).body.found;
  const before = await record(id);

  const wrong = await erase(id, "志愿者2");
  await erase(id, "志愿者1");
  const again = await erase(id, "志愿者1");

  expect([before.ahead, before.isInDirectory, wrong.body.code, again.status]).toEqual([1, false, "volunteer-days.eraseNameWrong", 200]);
  expect(await record(id)).toMatchObject({ name: "", phone: "（已抹去）", minutes: 120, ahead: 0 });
  expect((await find(phoneOf(1))).body.found).toEqual([]);
  const { teams } = (await stage.call("GET /days/:dayId", { params: { dayId } })).body;
  expect(teams.flatMap(({ people }: any) => people.map(({ name, state }: any) => [name, state]))).toEqual([
    ["志愿者2", "confirmed"],
    ["志愿者3", "confirmed"],
  ]);
  const outbox = await stage.app.app.platform.database.kit.selectFrom("kit_outbox").selectAll().execute();
  const rows = await stage.app.db
    .selectFrom("volunteer_days_volunteer" as never)
    .selectAll()
    .execute();
  expect(JSON.stringify([outbox, rows, await stage.app.audited()])).not.toContain("志愿者1");
});

test("who stands in the directory is erased there, and nobody but who plans erases anybody", async () => {
  await stage.call("POST /days/:dayId/sign-ups", { as: "he", params: { dayId }, body: {} });
  const [{ id }] = (await find("何志远")).body.found;

  const answers = [await erase(id, "何志远"), await erase(id, "何志远", "he")];

  expect(answers.map(({ body }) => body.code)).toEqual(["volunteer-days.eraseInDirectory", "kit.notAllowed"]);
  expect((await record(id)).name).toBe("何志远");
});
