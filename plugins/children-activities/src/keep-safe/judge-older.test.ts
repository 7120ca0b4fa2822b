import { afterEach, expect, test } from "vitest";
import { endConsentsJob } from "../keep-consents/end-consents.job.js";
import { openHouse } from "../testing/open-house.js";
import type { Stage } from "../testing/stage.js";

let stage: Stage;
afterEach(() => stage.app.close());
const night = () => stage.app.write("children-activities", (ctx) => endConsentsJob.run(ctx));
const sessions = () =>
  stage.app.write<any[]>("children-activities", ({ db }) => db.selectFrom("children_activities_session").selectAll().orderBy("heldOn").execute());
/** What an older version kept: one adult alone was two who are related, and nobody said whether on the list or there. */
const keepOlder = (id: string) =>
  stage.app.write("children-activities", ({ db }) =>
    db
      .updateTable("children_activities_session")
      .set({ outlook: [{ from: "2027-07-12T00:20:00.000Z", violations: [{ code: "twoUnrelated", about: null, params: { adults: 1 }, remedies: [] }] }] })
      .where("id", "=", id)
      .execute(),
  );

test("what an older version judged is judged anew in the night, once: ahead of who is on the list, open of who is there", async () => {
  const house = await openHouse();
  ({ stage } = house);
  const postId = (await stage.must("GET /sessions/:sessionId/board", { as: "luo", params: { sessionId: house.sessionId } })).posts[1].id;
  await stage.must("POST /posts/:postId/leaving", { as: "luo", params: { postId }, body: { reason: "" } });
  const [open, ahead, other] = await sessions();
  for (const { id } of [open, ahead]) await keepOlder(id);

  await night();
  const once = await sessions();
  await night();
  const twice = await sessions();

  expect(open.id).toBe(house.sessionId);
  expect(once[0].outlook[0].violations).toMatchObject([{ code: "tooFewAdults", params: { who: "there", adults: 1, short: 1 } }]);
  expect(once[1].outlook).toMatchObject([{ violations: [] }]);
  expect(once[2].version).toBe(other.version);
  expect(twice.map(({ version }) => version)).toEqual(once.map(({ version }) => version));
});

test("a date that is over is not judged anew, whatever an older version said of it", async () => {
  ({ stage } = await openHouse({ isShort: true }));
  const [{ id }] = await sessions();
  await keepOlder(id);
  stage.app.ports.setTime("2027-07-13T00:05");
  await night();

  expect((await sessions())[0].outlook[0].violations[0].params).toEqual({ adults: 1 });
});
