import { readSheet } from "@lianxin/documents";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";
import { hideSmall } from "./hide-small.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());

test("no cell below the smallest is shown, and none can be worked out from the sum and the others", () => {
  fc.assert(
    fc.property(fc.record({ a: fc.nat(12), b: fc.nat(12), c: fc.nat(12) }), fc.integer({ min: 2, max: 8 }), (counts, smallest) => {
      const { cells, total } = hideSmall(counts, smallest);
      const shown = Object.values(cells);

      for (const [key, count] of Object.entries(counts)) expect(cells[key as "a"]).toBe(count > 0 && count < smallest ? null : count);
      expect(shown.includes(null) && total !== null).toBe(false);
      if (!shown.includes(null)) expect(total).toBe(counts.a + counts.b + counts.c);
    }),
    { seed: 8 },
  );
});

test("the yearly report counts what was agreed to, hides fewer than five with the sum, and cites why", async () => {
  for (let n = 0; n < 6; n++) await stage.aChild(n, { consents: { data: true, participation: true, photo: n < 2, health: false } });
  const { body } = await stage.call("GET /years/:year", { params: { year: "2027" } });
  const [worker, odd] = await Promise.all([
    stage.call("GET /years/:year", { as: "he", params: { year: "2027" } }),
    stage.call("GET /years/:year", { params: { year: "27" } }),
  ]);

  expect(body.agreed).toEqual({ cells: { data: 6, participation: 6, photo: null, health: 0 }, total: null });
  expect([body.homes, body.smallest, body.citation.includes("不足 5 人")]).toEqual([1, 5, true]);
  expect([worker!.status, odd!.body.code]).toEqual([403, "children-activities.yearInvalid"]);
});

test("the file and the sheet to print say the figures of the page, hidden ones too, and are refused where the page is", async () => {
  for (let n = 0; n < 6; n++) await stage.aChild(n, { consents: { data: true, participation: true, photo: n < 2, health: false } });
  const year = { year: "2027" };

  const { text } = await stage.call("GET /years/:year/print", { params: year });
  const sheet = await stage.app.app.http.inject({
    method: "GET",
    url: "/api/children-activities/years/2027/file",
    headers: { "x-lianxin": "1", cookie: "secretary" },
  });
  const cells = readSheet(sheet.rawPayload, "年报.xlsx").sheets[0]!;
  const refused = await Promise.all([
    stage.call("GET /years/:year/print", { as: "he", params: year }),
    stage.call("GET /years/:year/file", { as: "he", params: year }),
    stage.call("GET /years/:year/file", { params: { year: "27" } }),
  ]);

  for (const words of [text, JSON.stringify(cells)]) for (const one of ["参加活动", "少于 5", "不足 5 人"]) expect(words).toContain(one);
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 422]);
});
