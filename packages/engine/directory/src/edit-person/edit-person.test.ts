import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCommunity, aPerson, aPlace } from "../testing.js";

let app: Running;
beforeEach(async () => {
  app = await startPlugin(server);
  await aCommunity(app);
  app.signInAs("secretary");
});
afterEach(() => app.close());

const edit = (personId: string, body: object, as = "secretary") => app.call("PATCH /people/:personId", { as, params: { personId }, body });

test("changes a person and keeps the former name as one to be found by", async () => {
  const personId = await aPerson(app, { fullName: "何志元" });

  const answer = await edit(personId, { version: 1, fullName: "何志远", birthYear: 1988 });

  const found = await app.call("GET /people", { query: { search: "何志元" } });
  expect(answer.status).toBe(200);
  expect(found.body.people).toMatchObject([{ id: personId, fullName: "何志远" }]);
});

test("moves a person to another place with everything that place decides", async () => {
  const [compound, other] = [await aPlace(app), await aPlace(app, { name: "松涛园" })];
  const personId = await aPerson(app, { placeId: compound.id });
  await aPerson(app, { fullName: "网格员甲", placeId: other.id, role: "grid_worker", account: "worker" });

  await edit(personId, { version: 1, placeId: other.id });

  expect((await app.call("GET /people/:personId", { as: "worker", params: { personId } })).status).toBe(200);
});

test("refuses a change based on what somebody else has changed", async () => {
  const personId = await aPerson(app);

  const [first, second] = await Promise.all([edit(personId, { version: 1, distinction: "甲" }), edit(personId, { version: 1, distinction: "乙" })]);

  expect([first.status, second.status].sort()).toEqual([200, 409]);
  expect((await app.call("GET /people/:personId", { params: { personId } })).body.version).toBe(2);
});

test("a grid worker moves nobody to a place that is not theirs", async () => {
  const [here, there] = [await aPlace(app), await aPlace(app, { name: "松涛园" })];
  const personId = await aPerson(app, { placeId: here.id });
  await aPerson(app, { fullName: "网格员甲", placeId: here.id, role: "grid_worker", account: "worker" });

  const answer = await edit(personId, { version: 1, placeId: there.id }, "worker");

  expect(answer.body).toMatchObject({ code: "directory.placeUnknown", field: "body.placeId" });
});
