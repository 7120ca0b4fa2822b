import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";

let council: Council<Running>;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
});
afterEach(() => council.app.close());

const show = async () => (await council.app.call("GET /bodies/:bodyId", { params: { bodyId: council.bodyId } })).body;

test("twenty-one seats with a vote in six parties, one without, and the rules in numbers with their source", async () => {
  const body = await show();

  expect(body.parties.map((p: { name: string; seats: unknown[] }) => [p.name, p.seats.length])).toEqual([
    ["社区", 1],
    ["业委会", 1],
    ["物业", 1],
    ["网格长", 1],
    ["党员代表", 2],
    ["居民代表", 15],
    ["县住建局", 1],
  ]);
  expect(body.pack).toMatchObject({
    id: "local.deliberation_council",
    members: 21,
    need: 14,
    noticeDays: 3,
    noticeCount: "clear",
    isVerified: false,
    isLocal: true,
  });
});

test("a seat that ends leaves its history, and the same person may be seated again", async () => {
  const residents = (await show()).parties[5];
  const params = { bodyId: council.bodyId, seatId: residents.seats[0].id };

  await council.app.call("DELETE /bodies/:bodyId/seats/:seatId", { params });
  const without = (await show()).pack.members;
  council.app.ports.setTime("2026-09-04T09:00");
  const again = await council.app.call("POST /bodies/:bodyId/seats", {
    params,
    body: { partyId: residents.id, personId: residents.seats[0].personId, kind: "voting" },
  });
  const twice = await council.app.call("POST /bodies/:bodyId/seats", {
    params,
    body: { partyId: residents.id, personId: residents.seats[0].personId, kind: "voting" },
  });

  expect([without, again.status, (await show()).pack.members, twice.body.code]).toEqual([20, 200, 21, "meetings.seatTwice"]);
  expect(await council.app.db.selectFrom("meetings_seat").select("toOn").where("id", "=", params.seatId).executeTakeFirst()).toEqual({ toOn: "2026-09-03" });
});

test("a person in two parties, an unknown person, an unknown template or no vote at all is refused by field", async () => {
  const { people, community } = council;
  const post = (parties: object[], template = "deliberation_council") =>
    council.app.call("POST /bodies", { body: { placeId: community.placeId, name: "新的议事会", template, parties } });
  const seat = (personId: string, kind = "voting") => ({ personId, kind });

  const answers = [
    await post([
      { name: "甲", seats: [seat(people["吴琴"]!)] },
      { name: "乙", seats: [seat(people["吴琴"]!)] },
    ]),
    await post([{ name: "甲", seats: [seat("nobody")] }]),
    await post([{ name: "甲", seats: [seat(people["吴琴"]!)] }], "parliament"),
    await post([{ name: "甲", seats: [seat(people["吴琴"]!, "observer")] }]),
  ];

  expect(answers.map(({ body }) => [body.code, body.field])).toEqual([
    ["meetings.seatTwice", "body.parties.1.seats.0.personId"],
    ["meetings.personUnknown", "body.parties.0.seats.0.personId"],
    ["meetings.templateUnknown", "body.template"],
    ["meetings.seatsNeeded", "body.parties"],
  ]);
});

test("seats are marked for the rules about how a body is made up, and the shortfall is shown", async () => {
  const { app, community, people } = council;
  const seat = (name: string, marks: readonly string[]) => ({ personId: people[name]!, marks });
  const parties = [
    { name: "村委会", seats: [seat("王秀珍", ["women"])] },
    { name: "村民代表", seats: [seat("何志远", ["representatives"]), seat("周兰", ["representatives", "women"]), seat("黄德明", ["representatives"])] },
  ];
  const { body } = await app.call("POST /bodies", { body: { placeId: community.placeId, name: "村民代表会议", template: "villager_reps", parties } });

  const shown = (await app.call("GET /bodies/:bodyId", { params: { bodyId: body.id } })).body;

  expect(shown.pack).toMatchObject({ id: "cn.villager_reps.2026", members: 4, need: 3, isVerified: false, isLocal: false });
  expect(shown.composition).toEqual([
    { of: "representatives", total: 4, present: 3, need: 4, isReached: false },
    { of: "women", total: 4, present: 2, need: 2, isReached: true },
  ]);
});

test("setting up a body needs the permission", async () => {
  const answer = await council.app.call("GET /body-templates", { as: "hezhiyuan" });

  expect(answer.status).toBe(403);
});
