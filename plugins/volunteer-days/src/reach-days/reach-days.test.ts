import { aPerson, aPlace } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { leaders, members, phoneOf, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let day: { id: string };
let sites: { id: string; name: string }[];
beforeEach(async () => {
  stage = await setStage({ at: "2026-09-14T09:00" });
  const grid = await aPlace(stage.app, { name: "第三网格", kind: "grid" });
  const [inside, outside] = [await aPlace(stage.app, { name: "松涛园", parentId: grid.id }), await aPlace(stage.app, { name: "和平苑" })];
  await aPerson(stage.app, { fullName: "邓春梅", role: "grid_worker", account: "deng", placeId: grid.id });
  await aPerson(stage.app, { fullName: "吴建国", role: "grid_leader", account: "lead", placeId: grid.id });
  const times = { weekday: 3, startTime: "14:00", endTime: "16:00", fromOn: "2026-09-16", untilOn: "2026-09-23", meetingPoint: "门口" };
  const body = { title: "周三清扫", ...times, sites: [inside, outside].map(({ id }) => ({ placeId: id, work: "楼道", posts: [leaders, members(5)] })) };
  const { id: seriesId } = (await stage.call("POST /series", { body })).body;
  day = await stage.day("2026-09-16", seriesId);
  sites = (await stage.call("GET /series")).body.series.find(({ id }: { id: string }) => id === seriesId).sites;
});
afterEach(() => stage.app.close());
const site = (name: string): string => sites.find((one) => one.name === name)!.id;
const params = () => ({ dayId: day.id });
const seen = async (as: string): Promise<any> => (await stage.call("GET /days/:dayId", { as, params: params() })).body;

test("who works in a grid sees the day by the compounds of it alone, signs an elder up there and ticks off who came", async () => {
  const body = { name: "周奶奶", siteId: site("松涛园") };
  await stage.join(day.id, 1, { siteId: site("和平苑") });

  const joined = await stage.call("POST /days/:dayId/sign-ups/others", { as: "deng", params: params(), body });
  const { teams, isWhole, mayPlan } = await seen("deng");
  const [{ signUpId }] = teams[0].people;
  stage.app.ports.setTime("2026-09-16T14:05");
  const ticked = await stage.call("POST /days/:dayId/check-ins", { as: "deng", params: params(), body: { signUpId, act: "arrive" } });
  const sheet = await stage.call("GET /days/:dayId/sign-in-sheet", { as: "deng", params: params() });

  expect([joined.status, ticked.status]).toEqual([200, 200]);
  expect(teams.map((team: any) => [team.siteName, team.people.map(({ name }: any) => name)])).toEqual([["松涛园", ["周奶奶"]]]);
  expect([isWhole, mayPlan]).toEqual([false, false]);
  expect([sheet.text.includes("周奶奶"), sheet.text.includes("志愿者1")]).toEqual([true, false]);
});

test("nobody of another compound is ticked off, moved or given up by who works in a grid, by number neither", async () => {
  await stage.join(day.id, 1, { siteId: site("和平苑") });
  const { teams } = await seen("secretary");
  const { signUpId, code } = teams.flatMap((team: any) => team.people)[0];
  stage.app.ports.setTime("2026-09-16T14:05");
  const ask = (path: string, more: object) => stage.call(path as never, { as: "deng", ...more });
  const walkUp = { name: "路人", siteId: site("和平苑") };

  const answers = [
    await ask("POST /days/:dayId/check-ins", { params: params(), body: { signUpId, act: "arrive" } }),
    await ask("POST /days/:dayId/check-ins", { params: params(), body: { code, act: "arrive" } }),
    await ask("POST /sign-ups/:signUpId/cancel", { params: { signUpId } }),
    await ask("POST /days/:dayId/walk-ups", { params: params(), body: walkUp }),
    await ask("POST /days/:dayId/hazards", { params: params(), body: { siteId: site("和平苑"), title: "井盖松了" } }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  const own = await ask("POST /days/:dayId/walk-ups", { params: params(), body: { ...walkUp, siteId: site("松涛园"), phone: phoneOf(7) } });
  expect(own.status).toBe(200);
});

test("who works in a grid puts nobody into another compound's team, and learns of nobody that they stand in one", async () => {
  await stage.join(day.id, 1, { siteId: site("和平苑") });
  const one = { name: "志愿者1", phone: phoneOf(1) };
  const other = (body: object, as = "deng") => stage.call("POST /days/:dayId/sign-ups/others", { as, params: params(), body: { ...one, ...body } });

  const [there, anywhere, here] = [await other({ siteId: site("和平苑") }), await other({}), await other({ siteId: site("松涛园") })];
  const desk = await other({ siteId: site("松涛园") }, "secretary");
  stage.app.ports.setTime("2026-09-16T14:05");
  const walkUp = (as: string) => stage.call("POST /days/:dayId/walk-ups", { as, params: params(), body: { ...one, siteId: site("松涛园") } });
  const [part, whole] = [await walkUp("deng"), await walkUp("secretary")];

  expect([there.status, anywhere.status, part.status, whole.status]).toEqual([404, 404, 409, 200]);
  expect([here.body.isKnown, here.body.siteName, here.body.state, here.body.queue]).toEqual([true, null, null, null]);
  expect(desk.body.siteName).toBe("和平苑");
});

test("the board of a grid leader has the compounds of the grid, says that it is a part, and offers nothing that is the community's", async () => {
  const { series, mayPlan } = (await stage.call("GET /series", { as: "lead" })).body;
  const rota = (await stage.call("GET /series/:seriesId/rota", { as: "lead", params: { seriesId: series[0].id } })).body;
  const change = await stage.call("POST /days/:dayId/fill", { as: "lead", params: params() });

  expect(series.map(({ title, isWhole }: any) => [title, isWhole])).toEqual([["周三清扫", false]]);
  expect([mayPlan, rota.mayPlan, rota.isWhole, rota.sites.map(({ name }: any) => name)]).toEqual([false, false, false, ["松涛园"]]);
  expect(rota.days[0].cells.length).toBe(1);
  expect(change.status).toBe(404);
});
