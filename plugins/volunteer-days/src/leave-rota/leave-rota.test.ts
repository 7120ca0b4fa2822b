import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { linkIn } from "../testing/story-stage.js";
import { members, phoneOf, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ sites: 2, posts: [members(2, 1)], untilOn: "2026-10-22" });
  for (const n of [1, 2, 3]) {
    const body = { name: `志愿者${n}`, phone: phoneOf(n), ageBand: "adult", mayLead: false, isReserve: false, knownSiteIds: [] };
    await stage.call("POST /series/:seriesId/volunteers", { params: { seriesId: stage.seriesId }, body });
  }
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});
const publish = async (...dates: string[]) => {
  const dayIds = await Promise.all(dates.map(async (date) => (await stage.day(date)).id));
  return stage.call("POST /series/:seriesId/rota/publish", { params: { seriesId: stage.seriesId }, body: { dayIds } });
};
const board = async (): Promise<any[]> => (await stage.call("GET /series/:seriesId/rota", { params: { seriesId: stage.seriesId } })).body.days;
const named = (days: any[], date: string, of: "people" | "proposed") =>
  days
    .find(({ originalOn }) => originalOn === date)
    .cells.flatMap((cell: any) => cell[of].map(({ name }: any) => name))
    .sort();
async function own(name: string) {
  const [signUpId, key] = linkIn((await stage.letters()).find(({ to }) => to === name)!.text);
  const params = { signUpId, key };
  return {
    say: (body: object) => stage.call("POST /public/sign-ups/:signUpId/:key/rota", { as: null, params, body }),
    see: async () => (await stage.call("GET /public/sign-ups/:signUpId/:key", { as: null, params })).body,
  };
}

test("who pauses by their own link is left out until then, keeps the days they have, and comes back by the same link", async () => {
  await publish("2026-09-17", "2026-09-24");
  const { say, see } = await own("志愿者1");

  const paused = await say({ act: "pause", until: "2026-10-10" });
  const [during, shown] = [await board(), await see()];
  const list = (await stage.call("GET /volunteers")).body.volunteers.map(({ name, pausedUntil }: any) => [name, pausedUntil]);
  await say({ act: "back" });

  expect([paused.body, shown.rota]).toEqual([{ cancelled: 0 }, { isOn: true, pausedUntil: "2026-10-10", placed: 2, series: ["扮靓周四"] }]);
  expect(named(during, "2026-09-24", "people")).toContain("志愿者1");
  expect(["2026-10-08", "2026-10-15"].map((date) => named(during, date, "proposed").includes("志愿者1"))).toEqual([false, true]);
  expect(list[0]).toEqual(["志愿者1", "2026-10-10"]);
  expect(named(await board(), "2026-10-08", "proposed")).toContain("志愿者1");
});

test("who left before a yes was kept by series is proposed again when they come back, for the series there were then", async () => {
  await publish("2026-09-17");
  const { say, see } = await own("志愿者1");
  await say({ act: "leave" });
  await stage.app.write("volunteer-days", ({ db }: any) => db.updateTable("volunteer_days_volunteer").set({ rotaSeriesIds: null }).execute());
  stage.app.ports.setTime("2026-09-14T10:00");
  await stage.anotherSeries({ weekday: 5, startTime: "14:00", endTime: "16:00", title: "读书日" });

  await say({ act: "back" });

  expect(named(await board(), "2026-10-08", "proposed")).toContain("志愿者1");
  expect((await see()).rota).toMatchObject({ isOn: true, series: ["扮靓周四"] });
});

test("who leaves gives the days they have back only if they say so, and the desk sees them go and come", async () => {
  await publish("2026-09-17", "2026-09-24");
  const { say, see } = await own("志愿者2");

  const left = await say({ act: "leave", alsoCancels: true });
  const [shown, off] = [(await see()).rota, (await stage.call("GET /volunteers")).body.volunteers.length];
  await say({ act: "back" });

  expect([left.body, shown, off]).toEqual([{ cancelled: 2 }, { isOn: false, pausedUntil: null, placed: 0, series: ["扮靓周四"] }, 2]);
  expect((await stage.call("GET /volunteers")).body.volunteers).toHaveLength(3);
  const deeds = (await stage.app.audited()).map(({ action }) => action).filter((action) => /rota\.(leave|back)/.test(action));
  expect(deeds).toEqual(["volunteer-days.rota.leave", "volunteer-days.rota.back"]);
});

test("who was never on the rota, or was taken off at the desk, does not get on it by a link; odd days are refused with their field", async () => {
  const { id } = await stage.day("2026-09-17");
  const [signUpId, key] = (await stage.join(id, 9)).body.link.split("/").slice(-2);
  const stranger = { as: null, params: { signUpId, key } };
  const shown = (await stage.call("GET /public/sign-ups/:signUpId/:key", stranger)).body.rota;
  const never = await stage.call("POST /public/sign-ups/:signUpId/:key/rota", { ...stranger, body: { act: "back" } });
  await publish("2026-09-24");
  const { say } = await own("志愿者3");
  const odd = [await say({ act: "pause" }), await say({ act: "pause", until: "2026-09-01" }), await say({ act: "pause", until: "2028-01-01" })];
  const { volunteers } = (await stage.call("GET /volunteers")).body;
  await stage.call("POST /volunteers/:volunteerId/leave", { params: { volunteerId: volunteers[2].id } });
  const taken = await say({ act: "back" });

  expect([shown, never.body.code, taken.body.code]).toEqual([null, "volunteer-days.rotaNever", "volunteer-days.rotaNever"]);
  expect(odd.map(({ body: { code, field } }) => [code, field])).toEqual(
    ["dayInvalid", "dayOver", "pauseLong"].map((code) => [`volunteer-days.${code}`, "body.until"]),
  );
});

test("why somebody was placed is still told when it is published, to the desk and to themselves, until they are moved by hand", async () => {
  const reasons = (days: any[], of: "people" | "proposed") =>
    days[0].cells.flatMap((cell: any) => cell[of].map(({ name, turn, visits, knowsSite, because }: any) => [name, because ?? { turn, visits, knowsSite }]));
  const before = reasons(await board(), "proposed");

  await publish("2026-09-17");
  const after = await board();
  const { see } = await own("志愿者1");
  const told = (await see()).because;
  const at = after[0].cells.findIndex((cell: any) => cell.people.some(({ name }: any) => name === "志愿者1"));
  const { signUpId } = after[0].cells[at].people.find(({ name }: any) => name === "志愿者1");
  await stage.call("POST /sign-ups/:signUpId/move", { params: { signUpId }, body: { siteId: after[0].cells[1 - at].siteId, isTry: false } });

  expect(reasons(after, "people")).toEqual(before);
  expect([told, (await see()).because]).toEqual([before.find(([name]: any) => name === "志愿者1")![1], null]);
});
