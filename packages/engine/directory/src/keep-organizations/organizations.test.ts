import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCommunity, anOrganization, aVenue, type SetUp } from "../testing.js";

let app: Running;
let community: SetUp;
beforeEach(async () => {
  app = await startPlugin(server, { at: "2026-09-03T09:00" });
  community = await aCommunity(app);
  app.signInAs("secretary");
});
afterEach(() => app.close());

const venue = {
  name: "议事室",
  kind: "meeting_room",
  seats: 30,
  equipment: ["投影"],
  openings: [{ weekday: 3, fromTime: "08:30", toTime: "17:30" }],
  closures: [{ fromOn: "2026-10-01", toOn: "2026-10-07", reason: "国庆" }],
};
const addVenue = (part: object) =>
  app.call("POST /venues", { body: { placeId: community.placeId, ...venue, ...part }, headers: { "idempotency-key": JSON.stringify(part) } });

test("a renamed organisation keeps its former name with its dates", async () => {
  const organizationId = await anOrganization(app, { name: "县建设局", kind: "department" });
  app.ports.setTime("2026-09-05T09:00");

  const answer = await app.call("PATCH /organizations/:organizationId", { params: { organizationId }, body: { version: 1, name: "县住建局" } });

  const { names } = (await app.call("GET /organizations/:organizationId/names", { params: { organizationId } })).body;
  expect(answer.status).toBe(200);
  expect(names).toEqual([
    { name: "县建设局", fromOn: "2026-09-03", toOn: "2026-09-05" },
    { name: "县住建局", fromOn: "2026-09-05", toOn: null },
  ]);
  expect((await app.call("GET /organizations")).body.organizations).toMatchObject([{ name: "县住建局", version: 2 }]);
});

test("refuses a second organisation of one name at a place, until the first is closed", async () => {
  const organizationId = await anOrganization(app);
  const add = (key: string) =>
    app.call("POST /organizations", {
      body: { name: "和平苑 物业", kind: "property_company", placeId: community.placeId },
      headers: { "idempotency-key": key },
    });

  const refused = await add("a");
  await app.call("PATCH /organizations/:organizationId", { params: { organizationId }, body: { version: 1, isClosed: true } });

  expect([refused.body.code, (await add("b")).status]).toEqual(["directory.nameTaken", 200]);
});

test("keeps a venue with hours, closures and equipment, and replaces them as a whole", async () => {
  const { body } = await addVenue({});
  await app.call("PUT /venues/:venueId", { params: { venueId: body.id }, body: { ...venue, seats: 40, openings: [], version: 1, isClosed: false } });

  const { venues } = (await app.call("GET /venues")).body;

  expect(venues).toEqual([{ ...venue, id: body.id, placeId: community.placeId, seats: 40, openings: [], version: 2 }]);
});

test.each([
  [{ openings: [{ weekday: 1, fromTime: "17:30", toTime: "08:30" }] }, "directory.timesReversed"],
  [
    {
      openings: [
        { weekday: 1, fromTime: "08:00", toTime: "12:00" },
        { weekday: 1, fromTime: "11:00", toTime: "13:00" },
      ],
    },
    "directory.timesOverlap",
  ],
  [{ closures: [{ fromOn: "2026-10-07", toOn: "2026-10-01", reason: "" }] }, "directory.datesReversed"],
  [{ openings: [{ weekday: 8, fromTime: "08:00", toTime: "12:00" }] }, "kit.invalidInput"],
])("refuses the hours %j and keeps nothing of the venue", async (part, code) => {
  const answer = await addVenue(part);

  expect(answer.body.code).toBe(code);
  expect((await app.call("GET /venues")).body.venues).toEqual([]);
});

test("a closed venue is offered to nobody", async () => {
  const venueId = await aVenue(app);
  await app.call("PUT /venues/:venueId", { params: { venueId }, body: { ...venue, version: 1, isClosed: true } });

  const offered = await app.write("directory", ({ services }): Promise<unknown[]> => services.others.venuesAt(community.path));

  expect(offered).toEqual([]);
});
