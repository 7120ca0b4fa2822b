import { aHolidayYear } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";
import { holidaysLoadedListener } from "./holidays-loaded.listener.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ at: "2026-12-14T09:00", sites: 1, untilOn: "2027-01-21" });
});
afterEach(() => stage.app.close());

const board = async () => (await stage.call("GET /series/:seriesId/rota", { params: { seriesId: stage.seriesId } })).body;
const datesOf = ({ days }: any) => days.map(({ originalOn, state }: any) => [originalOn, state]);

test("the board says which year's holidays are missing, and its dates are opened as soon as they are loaded, those on a holiday to be decided", async () => {
  const before = await board();
  await aHolidayYear(stage.app, { year: 2027, days: [{ day: "2027-01-07", name: "假日", isOffDay: true }] });

  await stage.app.write("volunteer-days", (ctx: any) => holidaysLoadedListener.handle({ year: 2027 }, ctx, { eventId: "e1" }));

  const after = await board();
  expect([before.missingYears, datesOf(before)]).toEqual([
    [2027],
    [
      ["2026-12-17", "open"],
      ["2026-12-24", "open"],
      ["2026-12-31", "open"],
    ],
  ]);
  expect([after.missingYears, datesOf(after).slice(3)]).toEqual([
    [],
    [
      ["2027-01-07", "undecided"],
      ["2027-01-14", "open"],
      ["2027-01-21", "open"],
    ],
  ]);
});
