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

test("of a part and its whole in one report neither tells few, and no difference of the two does", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { minLength: 1, maxLength: 4 }), fc.integer({ min: 2, max: 8 }), (pairs, smallest) => {
      const whole = Object.fromEntries(pairs.map(([part, rest], i) => [String(i), part + rest]));
      const { cells, total } = hideSmall(Object.fromEntries(pairs.map(([part], i) => [String(i), part])), smallest, whole);

      for (const [i, [part, rest]] of pairs.entries()) expect(cells[String(i)]).toBe([part, rest].some((few) => few > 0 && few < smallest) ? null : part);
      expect(total !== null && Object.values(cells).includes(null)).toBe(false);
    }),
    { seed: 8 },
  );
});

test("one guardian of ten who refuses photographs is not told by the nine who agree, nor one adult whose check is not clear", async () => {
  for (let n = 0; n < 10; n++) await stage.aChild(n, { consents: { data: true, participation: true, photo: n > 0, health: false } });
  const adultId = await stage.anAdult("王芳", { checkedOn: null });
  await stage.must("POST /adults/:adultId/checks", {
    params: { adultId },
    body: { scope: "children", checkedOn: "2027-06-01", verdict: "not_clear", source: "派出所" },
  });

  const { agreed, checks } = await stage.must("GET /years/:year", { params: { year: "2027" } });

  expect(agreed).toEqual({ cells: { data: 10, participation: 10, photo: null, health: 0 }, total: null });
  expect(checks).toEqual({ cells: { clear: 0, not_clear: null }, total: null });
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

  for (const words of [text, JSON.stringify(cells)]) for (const one of ["参加活动", "不显示", "不足 5 人"]) expect(words).toContain(one);
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 422]);
});
