import { aVenue } from "@lianxin/directory/testing";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { planBody, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const figure = async (name: "homes" | "cancelled", year = "2027") => (await stage.must("GET /years/:year", { params: { year } }))[name];

test("a home counts from the year it was opened to the year it was closed, and in no other", async () => {
  stage.app.ports.setTime("2028-03-01T09:00");
  const venueId = await aVenue(stage.app, { placeId: stage.placeId, name: "上湾村第二儿童之家", kind: "childrens_home", seats: 40 });
  const { id: homeId } = await stage.must("POST /homes", { body: { venueId, directorId: stage.luo, rooms: [] } });
  stage.app.ports.setTime("2029-02-01T09:00");
  await stage.must("PATCH /homes/:homeId", { params: { homeId }, body: { isClosed: true } });
  const counts = [];
  for (const year of ["2026", "2027", "2028", "2029", "2030"]) counts.push(await figure("homes", year));

  expect(counts).toEqual([0, 1, 2, 2, 1]);
});

test("a home that was closed and opened again counts in the years in which it was open on a day, and not in those between", async () => {
  const params = { homeId: stage.homeId };
  const set = async (day: string, isClosed: boolean) => {
    stage.app.ports.setTime(`${day}T09:00`);
    await stage.must("PATCH /homes/:homeId", { params, body: { isClosed } });
  };
  await set("2027-12-31", true);
  await set("2029-01-01", false);
  await set("2029-03-01", true);
  await set("2029-04-01", false);
  await set("2030-01-01", true);
  await set("2032-12-31", false);
  const counts = [];
  for (const year of ["2026", "2027", "2028", "2029", "2030", "2031", "2032", "2033"]) counts.push(await figure("homes", year));

  expect(counts).toEqual([0, 1, 0, 1, 1, 0, 1, 1]);
});

test("cancelled is what was called off, or was published once and then dropped from the plan; no date of a draft that was only put otherwise", async () => {
  const week = [1, 2, 3, 4, 5];
  const step = fc.record({
    kind: fc.constantFrom("publish", "publish", "change", "change", "off", "on"),
    days: fc.subarray(week, { minLength: 1 }),
    day: fc.nat(4),
  });
  await fc.assert(
    fc.asyncProperty(fc.subarray(week, { minLength: 2 }), fc.array(step, { minLength: 4, maxLength: 8 }), async (weekdays, story) => {
      await stage.app.close();
      stage = await setStage();
      const adultIds = [await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" }), await stage.anAdult("张强")];
      const { homeId, ...body } = planBody(stage.homeId, { weekdays });
      const { id: programmeId } = await stage.must("POST /programmes", { body: { homeId, ...body } });
      const params = { programmeId };
      const plan = () => stage.must("GET /programmes/:programmeId", { params });
      const seen = new Set<string>();
      let sessions = (await plan()).sessions;
      for (const { kind, days, day } of story) {
        const one = { params: { sessionId: sessions[day % sessions.length].id } };
        if (kind === "publish") {
          await stage.call("POST /programmes/:programmeId/posts", { params, body: { adultIds } });
          await stage.call("POST /programmes/:programmeId/director-signature", { as: "luo", params });
          await stage.call("POST /programmes/:programmeId/community-signature", { params });
          await stage.call("POST /programmes/:programmeId/publish", { params });
        }
        if (kind === "change") await stage.must("PUT /programmes/:programmeId", { params, body: { ...body, weekdays: days, version: (await plan()).version } });
        if (kind === "off") await stage.call("POST /sessions/:sessionId/call-off", { ...one, body: { reason: "台风" } });
        if (kind === "on") await stage.call("POST /sessions/:sessionId/call-off-undone", one);
        sessions = (await plan()).sessions;
        for (const { heldOn, state } of sessions) if (state === "published") seen.add(heldOn);
      }
      const cancelled = sessions.filter(({ state, calledOff, heldOn }: any) => state === "cancelled" && (calledOff !== null || seen.has(heldOn)));

      expect(await figure("cancelled")).toBe(cancelled.length);
    }),
    { seed: 14, numRuns: 8 },
  );
}, 120_000);

test("a date of a draft that was dropped before it was published is no cancelled session, one that families could read of is", async () => {
  const adultIds = [await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" }), await stage.anAdult("张强")];
  const { homeId, ...body } = planBody(stage.homeId, { weekdays: [1, 2, 3] });
  const { id: programmeId } = await stage.must("POST /programmes", { body: { homeId, ...body } });
  const params = { programmeId };
  const put = async (weekdays: number[], version: number) => stage.must("PUT /programmes/:programmeId", { params, body: { ...body, weekdays, version } });
  await put([1, 2], 1);
  const draft = await figure("cancelled");
  await stage.must("POST /programmes/:programmeId/posts", { params, body: { adultIds } });
  await stage.must("POST /programmes/:programmeId/director-signature", { as: "luo", params });
  await stage.must("POST /programmes/:programmeId/community-signature", { params });
  await stage.must("POST /programmes/:programmeId/publish", { params });
  await put([1, 2], 2);
  await put([1], 3);

  expect([draft, await figure("cancelled")]).toEqual([0, 1]);
});
