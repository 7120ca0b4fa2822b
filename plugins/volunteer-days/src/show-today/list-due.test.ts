import { afterEach, beforeEach, expect, test } from "vitest";
import { members, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ sites: 1, posts: [members(5, 3)] });
});
afterEach(() => stage.app.close());
const due = async () => (await stage.call("GET /today")).body.days.map(({ heldOn, kind, count, dueOn }: any) => [heldOn, kind, count, dueOn]);

test("a date of the next week that lacks people waits at the desk, and no longer once the least number has come", async () => {
  const { id } = await stage.day("2026-09-17");
  await stage.join(id, 1);
  const short = await due();
  await stage.join(id, 2);
  await stage.join(id, 3);

  expect([short, await due()]).toEqual([[["2026-09-17", "short", 2, null]], []]);
});

test("a date that is over waits until the hours of everybody who did not stay away are written down, with the day they are due", async () => {
  const { id } = await stage.day("2026-09-17");
  for (let n = 1; n <= 4; n++) await stage.join(id, n);
  stage.app.ports.setTime("2026-09-17T11:00");
  await stage.call("POST /days/:dayId/check-ins", { params: { dayId: id }, body: { code: "4", act: "absent" } });
  const before = await due();
  await stage.call("POST /days/:dayId/hours", { params: { dayId: id }, body: { unticked: 3 } });
  const after = await due();

  expect(before[0]).toEqual(["2026-09-17", "hours", 3, "2026-10-08"]);
  expect(after.filter(([, kind]: string[]) => kind === "hours")).toEqual([]);
});

test("a date called off waits for nobody, and whoever does not plan is told nothing", async () => {
  await stage.call("POST /days/:dayId/cancel", { params: { dayId: (await stage.day("2026-09-17")).id }, body: { reason: "rain" } });

  expect(await due()).toEqual([]);
  expect((await stage.call("GET /today", { as: "worker" })).body.code).toBe("kit.notAllowed");
});
