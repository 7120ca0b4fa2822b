import { afterEach, beforeEach, expect, test } from "vitest";
import { members, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ sites: 1, posts: [members(2, 1)] });
});
afterEach(() => stage.app.close());

const turns = async (from = "2026-01-01", to = "2026-12-31") => stage.call("GET /public/turns", { as: null, query: { from, to } });
const join = async (day: string, name: string, phone: number, more: object = {}) =>
  (await stage.join((await stage.day(day)).id, phone, { name, ...more })).body.signUpId as string;
const come = async (day: string, signUpId: string) =>
  stage.call("POST /days/:dayId/check-ins", { params: { dayId: (await stage.day(day)).id }, body: { signUpId, act: "arrive", time: "08:30" } });
const record = async (day: string) => stage.call("POST /days/:dayId/hours", { params: { dayId: (await stage.day(day)).id } });

test("anybody sees who was placed, who served and who waited, by family names in the order of the names and not of the hours", async () => {
  const ids = [await join("2026-09-17", "徐梅", 1), await join("2026-09-17", "何志远", 2), await join("2026-09-17", "李建平", 3)];
  await join("2026-09-24", "徐梅", 1);
  stage.app.ports.setTime("2026-09-17T11:00");
  await come("2026-09-17", ids[0]!);
  await stage.call("POST /days/:dayId/check-ins", { params: { dayId: (await stage.day("2026-09-17")).id }, body: { signUpId: ids[1], act: "absent" } });
  await record("2026-09-17");

  const { body, text } = await turns();

  const nothing = { placed: 0, served: 0, minutes: 0, waited: 0 };
  expect(body.turns).toEqual([
    { ...nothing, name: "何＊＊", placed: 1 },
    { ...nothing, name: "徐＊＊", placed: 1, served: 1, minutes: 120 },
    { ...nothing, name: "李＊＊", waited: 1 },
  ]);
  for (const words of ["徐梅", "何志远", "199"]) expect(text).not.toContain(words);
});

test("minutes that were corrected to nothing are no service, and a day called off is no turn", async () => {
  const id = await join("2026-09-17", "徐梅", 1);
  await join("2026-09-24", "徐梅", 1);
  await stage.call("POST /days/:dayId/cancel", { params: { dayId: (await stage.day("2026-09-24")).id }, body: { reason: "rain" } });
  stage.app.ports.setTime("2026-09-25T11:00");
  await come("2026-09-17", id);
  await record("2026-09-17");
  const params = { dayId: (await stage.day("2026-09-17")).id, signUpId: id };
  await stage.call("POST /days/:dayId/hours/:signUpId/corrections", { params, body: { minutes: 0, reason: "人没来" } });

  expect((await turns()).body.turns).toEqual([{ name: "徐＊＊", placed: 1, served: 0, minutes: 0, waited: 0 }]);
});

test("minors are a number and no line", async () => {
  await join("2026-09-17", "小文", 1, { ageBand: "youth", hasGuardian: true });
  stage.app.ports.setTime("2026-09-17T11:00");

  expect((await turns()).body).toMatchObject({ turns: [], minors: 1 });
});

test("a span that is turned round or longer than a year is refused with its field", async () => {
  for (const [from, to] of [
    ["2026-12-31", "2026-01-01"],
    ["2020-01-01", "2026-01-01"],
  ])
    expect((await turns(from, to)).body).toMatchObject({ code: "volunteer-days.datesTurned", field: "query.to" });
  expect((await turns("2026-02-30")).body).toMatchObject({ code: "volunteer-days.dayInvalid", field: "query.from" });
});
