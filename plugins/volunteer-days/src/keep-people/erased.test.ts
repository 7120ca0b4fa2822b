import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";
import { erasedListener } from "./erased.listener.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());

test("who is erased from the directory leaves minutes and numbers here and no readable copy of a name", async () => {
  const { id } = await stage.day("2026-09-17");
  await stage.call("POST /days/:dayId/sign-ups", { as: "he", params: { dayId: id }, body: {} });
  await stage.join(id, 1);
  stage.app.ports.setTime("2026-09-17T11:00");
  await stage.call("POST /days/:dayId/hours", { params: { dayId: id }, body: { unticked: 2 } });

  await stage.app.write("volunteer-days", (ctx: any) => erasedListener.handle({ personId: stage.he }, ctx, { eventId: "e1" }));

  const query = { from: "2026-09-01", to: "2026-09-30" };
  const hours = await stage.call("GET /hours", { query });
  expect(hours.text).not.toContain("何志远");
  expect(hours.body.rows.map(({ name, minutes }: any) => [name, minutes])).toEqual([
    ["", 120],
    ["志愿者1", 120],
  ]);
  const rows = await stage.app.db
    .selectFrom("volunteer_days_volunteer" as never)
    .selectAll()
    .execute();
  expect(JSON.stringify(rows)).not.toContain("何志远");
  expect((await stage.posts(id)).reduce((sum, { taken }) => sum + taken, 0)).toBe(2);
});

test("the place ahead of who is erased goes to the first in line, and stands empty nowhere without a name", async () => {
  const { id } = await stage.day("2026-09-24");
  const [{ id: postId }] = await stage.posts(id);
  await stage.call("POST /days/:dayId/sign-ups", { as: "he", params: { dayId: id }, body: { postId } });
  for (let n = 1; n <= 5; n++) await stage.join(id, n, { postId });

  await stage.app.write("volunteer-days", (ctx: any) => erasedListener.handle({ personId: stage.he }, ctx, { eventId: "e1" }));

  const { teams } = (await stage.call("GET /days/:dayId", { params: { dayId: id } })).body;
  const people = teams.flatMap((team: any) => team.people.map(({ name, state }: any) => [name, state]));
  expect(people).toEqual([1, 2, 3, 4, 5].map((n) => [`志愿者${n}`, "confirmed"]));
  expect((await stage.letters()).map(({ to }) => to)).toEqual(["志愿者5"]);
});
