import { readSheet } from "@lianxin/documents";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { consentEndedBy, countsAnswers } from "../end-retention/retention.js";
import { retentionJobs } from "../end-retention/end-retention.job.js";
import { endConsentsJob } from "../keep-consents/end-consents.job.js";
import { addDays } from "../tell-time/tell-time.js";
import { agreed as told, driveAnswers, happening } from "../testing/drive-answers.js";
import { openDoor } from "../testing/open-door.js";
import { setStage, type Stage } from "../testing/stage.js";
import { countAnswers } from "./count-answers.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const day = 24 * 60 * 60_000;
const counted = (year: string) =>
  stage.app.write<any>("children-activities", async (ctx) => {
    const rows = await ctx.db.selectFrom("children_activities_child").select("id").execute();
    return countAnswers(
      ctx as never,
      rows.map(({ id }: { id: string }) => id),
      year,
    );
  });
const shown = (year: string) => stage.must("GET /years/:year", { params: { year } });
const all = { data: true, participation: true, photo: true, health: false };

test("each year has the children whose guardians agreed in it and those whose guardian took a consent back in it, as they are counted by hand from everything that happened", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 18, maxLength: 26 }), async (story) => {
      await stage.app.close();
      stage = await setStage();
      const ledger = await driveAnswers(stage, story);

      for (const year of ["2027", "2028", "2029"]) expect([year, await counted(year)]).toEqual([year, told(ledger, year)]);
    }),
    { seed: 14, numRuns: 6 },
  );
}, 120_000);

test("who grew up, was erased by the house, or was agreed to until a day was taken back by nobody; a child erased on its guardian's page was, and the year it was agreed to stays as it was", async () => {
  const ids: string[] = [];
  for (let n = 0; n < 6; n++) ids.push(await stage.aChild(n, { consents: all, ...(n === 0 && { bornIn: "2011-08" }) }));
  const before = (await shown("2027")).agreed;
  stage.app.ports.setTime("2028-03-01T09:00");
  await stage.app.write("children-activities", async (ctx) => {
    await ctx.db.updateTable("children_activities_child").set({ ageBand: "grown" }).where("id", "=", ids[0]!).execute();
    await ctx.db.updateTable("children_activities_consent").set({ untilOn: "2028-02-28" }).where("childId", "=", ids[1]!).execute();
  });
  for (const { run } of retentionJobs) await stage.app.write("children-activities", (ctx) => run(ctx));
  await stage.app.write("children-activities", (ctx) => endConsentsJob.run(ctx));
  await stage.must("POST /children/:childId/erasure", { as: "luo", params: { childId: ids[2]! } });
  const house = await counted("2028");
  const door = await openDoor(stage, ids[3]!);
  await door.at(`/children/${ids[3]!}/erasure`);

  expect([house.takenBack, (await counted("2028")).takenBack]).toEqual([
    { data: 0, participation: 0, photo: 0, health: 0 },
    { data: 1, participation: 1, photo: 1, health: 0 },
  ]);
  expect([(await shown("2027")).agreed, (await shown("2027")).takenBack.cells.data]).toEqual([before, 0]);
});

test("of a year of which not every answer is kept any more no part is told as if it were all, on the page, the sheet and the table", async () => {
  for (let n = 0; n < 6; n++) await stage.aChild(n, { consents: all });
  const year = "2027";
  stage.app.ports.setTime("2029-12-31T09:00");
  const kept = await shown(year);
  stage.app.ports.setTime("2030-01-01T09:00");
  const [gone, { text }] = [await shown(year), await stage.call("GET /years/:year/print", { params: { year } })];
  const sheet = await stage.app.app.http.inject({
    method: "GET",
    url: "/api/children-activities/years/2027/file",
    headers: { "x-lianxin": "1", cookie: "secretary" },
  });
  const lines = readSheet(sheet.rawPayload, "年报.xlsx").sheets[0]!;

  expect([kept.agreed.cells.data, kept.takenBack.cells.data]).toEqual([6, 0]);
  expect([gone.agreed, gone.takenBack]).toEqual([null, null]);
  for (const words of [text, JSON.stringify(lines)])
    for (const one of ["这一年签了同意的孩子", "这一年监护人收回同意的孩子", "过了保存期"]) expect(words).toContain(one);
});

test("answers of a year are counted exactly while the shortest-kept of them, taken back the day it was given, is kept", () => {
  const dayIn = fc.date({ min: new Date("2026-01-01"), max: new Date("2045-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(dayIn, dayIn, (given, today) => {
      const year = given.slice(0, 4);
      if (countsAnswers(year, today)) expect(given > consentEndedBy(today)).toBe(true);
      else expect(`${year}-01-01` <= consentEndedBy(today)).toBe(true);
    }),
    { seed: 14 },
  );
});

test("what a guardian takes back after the last day of a limited yes was over already", async () => {
  const childId = await stage.aChild(1, { consents: { ...all, photo: false } });
  const { guardianId } = (await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } })).children[0].guardians[0];
  const say = (body: object) =>
    stage.must("POST /children/:childId/consents", { as: "luo", params: { childId }, body: { guardianId, purpose: "photo", ...body } });
  stage.app.ports.advance(day);
  await say({ isYes: true, untilOn: addDays("2027-07-06", 5) });
  stage.app.ports.advance(10 * day);
  await say({ isYes: false });

  expect((await counted("2027")).takenBack.photo).toBe(0);
});
