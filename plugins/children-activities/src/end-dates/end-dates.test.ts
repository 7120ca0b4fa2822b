import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { openHouse } from "../testing/open-house.js";
import { phoneOf, planBody, type Stage } from "../testing/stage.js";
import { endDatesJob } from "./end-dates.job.js";

let stage: Stage;
afterEach(() => stage.app.close());
const morning = (moment: string) => {
  stage.app.ports.setTime(moment);
  return stage.app.write("children-activities", (ctx) => endDatesJob.run(ctx));
};
const states = (table: string) =>
  stage.app.db
    .selectFrom(`children_activities_${table}` as never)
    .selectAll()
    .execute() as Promise<any[]>;

test("a date nobody opened is over the morning after: its duties and its list end, nobody on duty reads it, and it counts as held no more than as called off", async () => {
  const house = await openHouse({ isShort: true });
  ({ stage } = house);
  const { sessionId } = house;
  const at = { params: { sessionId } };
  await morning("2027-07-12T23:30");
  const sameNight = (await states("session")).find(({ id }) => id === sessionId).state;

  await morning("2027-07-13T06:35");
  await morning("2027-07-13T06:36");

  const own = (rows: any[]) => rows.filter((row) => row.sessionId === sessionId);
  const [posts, children] = [own(await states("post")), own(await states("attendance"))];
  expect([sameNight, (await states("session")).map(({ state }) => state).sort()]).toEqual(["published", ["lapsed", ...Array(4).fill("published")]]);
  expect([posts.map(({ state }) => state).sort(), children.map(({ state }) => state)]).toEqual([["cancelled", "left"], ["cancelled"]]);
  expect((await stage.call("GET /sessions/:sessionId/board", { as: "zhao", ...at })).body.code).toBe("children-activities.leadersOnly");
  expect(await stage.must("GET /sessions/:sessionId/board", { as: "luo", ...at })).toMatchObject({ state: "lapsed", isSafe: null, violations: [] });
  expect(await stage.must("GET /years/:year", { params: { year: "2027" } })).toMatchObject({ sessions: 0, cancelled: 0 });
  expect((await stage.app.audited()).filter(({ action }) => action === "children-activities.session.lapse")).toHaveLength(1);
});

test("a date nobody opened stands on its director's list for a week with how many were enrolled, and who they were is on its board, for nobody else", async () => {
  const house = await openHouse({ isShort: true });
  ({ stage } = house);
  const at = { params: { sessionId: house.sessionId } };
  const lapsed = async (as: string) =>
    (await stage.must("GET /mine", { as })).sessions.filter(({ state }: any) => state === "lapsed").map(({ heldOn, children }: any) => [heldOn, children]);
  await morning("2027-07-13T06:35");
  const [own, other] = [await lapsed("luo"), await lapsed("zhao")];
  const board = await stage.must("GET /sessions/:sessionId/board", { as: "luo", ...at });
  const { children } = await stage.must("GET /sessions/:sessionId/children", { as: "luo", ...at });
  const refused = await stage.call("GET /sessions/:sessionId/children", { as: "zhao", ...at });
  stage.app.ports.setTime("2027-07-20T09:00");

  expect([own, other, await lapsed("luo")]).toEqual([[["2027-07-12", 1]], [], []]);
  expect([board.enrolled, board.off, board.children.length, children.map(({ name }: any) => name), refused.status]).toEqual([1, 0, 1, ["孩子1"], 403]);
});

test("a changed plan brings no date back that nobody opened, and something that happened there can still be written down by its director", async () => {
  const house = await openHouse({ isShort: true });
  ({ stage } = house);
  const { sessionId } = house;
  await morning("2027-07-13T06:35");
  const [{ id: programmeId }] = await states("programme");

  const { homeId: _, ...whole } = planBody(stage.homeId);
  await stage.must("PUT /programmes/:programmeId", { params: { programmeId }, body: { ...whole, version: 1 } });
  const noted = await stage.call("POST /sessions/:sessionId/incidents", {
    as: "luo",
    params: { sessionId },
    body: { kind: "accident", words: "在门口摔了", time: "08:40" },
  });

  expect([(await states("session")).find(({ id }) => id === sessionId).state, noted.status]).toEqual(["lapsed", 200]);
});

test("a session nobody closed is named to its director, once by letter and on their list until it is closed, and is not closed by itself", async () => {
  const house = await openHouse();
  ({ stage } = house);
  const { sessionId } = house;
  const lin = await aPerson(stage.app, { fullName: "林海", account: "lin", placeId: stage.placeId, channels: [{ kind: "phone", address: phoneOf(3001) }] });
  await stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { directorId: lin } });
  const left = async (as: string) =>
    (await stage.must("GET /mine", { as })).sessions.filter(({ isLeftOpen }: any) => isLeftOpen).map(({ id, state }: any) => [id, state]);
  stage.app.ports.setTime("2027-07-12T16:59");
  const before = await left("lin");

  for (const moment of ["2027-07-13T06:35", "2027-07-14T06:35", "2027-07-20T06:35"]) await morning(moment);

  const letters = (await stage.letters()).filter(({ text }) => text.includes("还没有点“结束”"));
  expect([before, await left("lin"), await left("zhao")]).toEqual([[], [[sessionId, "open"]], []]);
  expect(letters).toEqual([{ to: lin, text: "儿童之家：7月12日 08:30“防溺水和阅读”还没有点“结束”。孩子都走了，请点“结束这一场”。" }]);
  await stage.must("POST /sessions/:sessionId/close", { as: "lin", params: { sessionId } });
  expect(await left("lin")).toEqual([]);
});

test("where a session was left open with a child nobody signed out, its director reads how many, not that a button was forgotten", async () => {
  const house = await openHouse();
  ({ stage } = house);
  const lin = await aPerson(stage.app, { fullName: "林海", account: "lin", placeId: stage.placeId, channels: [{ kind: "phone", address: phoneOf(3001) }] });
  await stage.must("PATCH /homes/:homeId", { params: { homeId: stage.homeId }, body: { directorId: lin } });
  await stage.must("POST /attendances/:attendanceId/arrival", { as: "zhao", params: { attendanceId: house.attendanceId } });

  await morning("2027-07-13T06:35");

  expect((await stage.letters()).filter(({ to }) => to === lin).map(({ text }) => text)).toEqual([
    "儿童之家：7月12日 08:30“防溺水和阅读”还有 1 个孩子没交出去，没有结束。请马上问清孩子在哪里，办了接送再结束。",
  ]);
});
