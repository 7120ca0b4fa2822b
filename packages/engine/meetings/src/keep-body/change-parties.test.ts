import { aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
});
afterEach(() => council.app.close());

const call = (path: string, params: Record<string, string>, body?: object) => council.app.call(path, { params, ...(body && { body }) });
const show = async () => (await call("GET /bodies/:bodyId", { bodyId: council.bodyId })).body;
const partyNamed = async (name: string) => (await show()).parties.find((party: { name: string }) => party.name === name);
const addParty = (body: object) => call("POST /bodies/:bodyId/parties", { bodyId: council.bodyId }, body);
const change = async (name: string, body: object) =>
  call("PUT /bodies/:bodyId/parties/:partyId", { bodyId: council.bodyId, partyId: (await partyNamed(name)).id }, body);
const ending = (verb: "POST" | "DELETE", partyId: string) => call(`${verb} /bodies/:bodyId/parties/:partyId/ending`, { bodyId: council.bodyId, partyId });

test("a party is added behind the others, gets seats, and is asked to the next meeting", async () => {
  const { id } = (await addParty({ name: "  社会组织 ", isNeeded: true, organizationId: council.organizations.物业 })).body;
  const personId = await aPerson(council.app, { fullName: "许静" });
  await call("POST /bodies/:bodyId/seats", { bodyId: council.bodyId }, { partyId: id, personId, kind: "voting" });
  const meetingId = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });

  const { parties } = (await call("GET /meetings/:meetingId/room", { meetingId })).body;

  expect((await show()).parties.at(-1)).toMatchObject({ id, name: "社会组织", isNeeded: true, organizationId: council.organizations.物业 });
  expect(parties.at(-1)).toEqual({ name: "社会组织", members: 1, present: 0 });
});

test("a renamed party keeps its old name in the meetings that were announced under it", async () => {
  const before = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });
  await change("物业", { name: "新物业公司", isNeeded: true });
  const after = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-16T15:00" });
  const namesIn = async (meetingId: string): Promise<string[]> =>
    (await call("GET /meetings/:meetingId/room", { meetingId })).body.parties.map(({ name }: { name: string }) => name);

  const [old, fresh] = [await namesIn(before), await namesIn(after)];

  expect([old.includes("物业"), old.includes("新物业公司")]).toEqual([true, false]);
  expect([fresh.includes("物业"), fresh.includes("新物业公司")]).toEqual([false, true]);
  expect((await partyNamed("新物业公司")).isNeeded).toBe(true);
});

test("no two parties are called the same, and an organisation nobody knows is refused", async () => {
  const answers = [
    await addParty({ name: " 物业", isNeeded: false }),
    await change("业委会", { name: "物业", isNeeded: false }),
    await change("物业", { name: "物业", isNeeded: true }),
    await addParty({ name: "居委会", isNeeded: false, organizationId: "nobody" }),
  ];

  expect(answers.map(({ status, body }) => (body.code ? [body.code, body.field] : status))).toEqual([
    ["meetings.partyTwice", "body.name"],
    ["meetings.partyTwice", "body.name"],
    200,
    ["meetings.organizationUnknown", "body.organizationId"],
  ]);
});

test("a party ends only without seats, takes none then, and comes back unless another has its name", async () => {
  const party = await partyNamed("物业");
  const seated = await ending("POST", party.id);
  await call("DELETE /bodies/:bodyId/seats/:seatId", { bodyId: council.bodyId, seatId: party.seats[0].id });
  const ended = await ending("POST", party.id);
  const shown = await show();
  const refused = [
    await call("POST /bodies/:bodyId/seats", { bodyId: council.bodyId }, { partyId: party.id, personId: party.seats[0].personId, kind: "voting" }),
    await ending("POST", party.id),
    await call("PUT /bodies/:bodyId/parties/:partyId", { bodyId: council.bodyId, partyId: party.id }, { name: "物业", isNeeded: false }),
  ];
  const { id: other } = (await addParty({ name: "物业", isNeeded: false })).body;
  const taken = await ending("DELETE", party.id);
  await ending("POST", other);
  const back = await ending("DELETE", party.id);

  expect([seated.body.code, seated.body.params, ended.status]).toEqual(["meetings.partySeated", { name: "物业", count: 1 }, 200]);
  expect(shown.endedParties).toEqual([{ id: party.id, name: "物业", endedOn: "2026-09-03" }]);
  expect(refused.map(({ body }) => body.code)).toEqual(Array(3).fill("meetings.partyUnknown"));
  expect([taken.body.code, back.status, (await partyNamed("物业")).id]).toEqual(["meetings.partyTwice", 200, party.id]);
});
