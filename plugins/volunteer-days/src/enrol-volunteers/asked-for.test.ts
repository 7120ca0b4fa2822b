import { afterEach, beforeEach, expect, test } from "vitest";
import { sendList } from "../testing/send-list.js";
import { linkIn } from "../testing/story-stage.js";
import { members, phoneOf, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let other: string;
let sites: { id: string; name: string }[][];
beforeEach(async () => {
  stage = await setStage({ sites: 2, posts: [members(2, 1)], untilOn: "2026-10-22" });
  other = await stage.anotherSeries({ weekday: 2, startTime: "14:00", endTime: "16:00", posts: [members(2, 1)] });
  sites = (await stage.call("GET /series")).body.series.map((one: any) => one.sites);
});
afterEach(() => stage.app.close());

const enrol = (n: number, seriesId: string, more: object = {}) => {
  const body = { name: `${n === 1 ? "何志远" : "罗婷"}`, phone: phoneOf(n), ageBand: "adult", mayLead: false, isReserve: false, knownSiteIds: [], ...more };
  return stage.call("POST /series/:seriesId/volunteers", { params: { seriesId }, body });
};
const proposed = async (seriesId: string) => {
  const { days } = (await stage.call("GET /series/:seriesId/rota", { params: { seriesId } })).body;
  return [...new Set(days.flatMap(({ cells }: any) => cells.flatMap((cell: any) => cell.proposed.map(({ name }: any) => name))))].sort();
};
const rotas = async () => [await proposed(stage.seriesId), await proposed(other)];
const known = async () =>
  (await stage.call("GET /volunteers")).body.volunteers.map(({ name, knownSiteIds, seriesIds }: any) => ({ name, knownSiteIds, seriesIds }));
const ofSeries = (volunteerId: string, seriesId: string, verb: "leave" | "return") =>
  stage.call(`POST /volunteers/:volunteerId/series/:seriesId/${verb}`, { params: { volunteerId, seriesId } });

test("a yes to one series is none to another: only its rota proposes them, publishes them and asks them to stand in", async () => {
  await enrol(1, stage.seriesId);
  await enrol(2, other);
  const before = await rotas();
  const dayId = (await stage.day("2026-09-15", other)).id;
  await stage.call("POST /series/:seriesId/rota/publish", { params: { seriesId: other }, body: { dayIds: [dayId] } });
  const [signUpId, key] = linkIn((await stage.letters())[0]!.text);
  const asked = await stage.call("POST /public/sign-ups/:signUpId/:key/stand-ins", { as: null, params: { signUpId, key } });

  expect(before).toEqual([["何志远"], ["罗婷"]]);
  expect((await stage.letters()).map(({ to }) => to)).toEqual(["罗婷"]);
  expect(asked.body.code).toBe("volunteer-days.nobodyToAsk");
});

test("a yes to a second series keeps the first and what they know there, by the form and by a list, and a list taken back leaves the first alone", async () => {
  const [here, there] = [sites[0]![1]!, sites[1]![0]!];
  await enrol(1, stage.seriesId, { knownSiteIds: [here.id] });
  const list = ["姓名,手机,熟悉的小区", `何志远,${phoneOf(1)},${there.name}`];

  const { body } = await sendList(stage, `/series/${other}/volunteers/import`, list);
  const after = await known();
  await stage.call("POST /rota-imports/:importId/undo", { params: { importId: body.importId } });
  const undone = await known();
  await enrol(1, other, { knownSiteIds: [there.id] });

  const both = { name: "何志远", knownSiteIds: [here.id, there.id], seriesIds: [stage.seriesId, other] };
  expect(body.lines[0]).toMatchObject({ becomes: "changed", changes: expect.stringContaining("答应排班：扮靓周四 → 扮靓周四、助老日") });
  expect([after, undone, await known()]).toEqual([[both], [{ name: "何志远", knownSiteIds: [here.id], seriesIds: [stage.seriesId] }], [both]]);
});

test("who is asked for one series no more stays on the other, no list puts them back, and a slip of the desk is taken back within a day", async () => {
  const { id } = (await enrol(1, stage.seriesId)).body;
  await enrol(1, other);
  await ofSeries(id, other, "leave");
  const left = await rotas();
  const list = ["姓名,手机", `何志远,${phoneOf(1)}`];
  const look = (await sendList(stage, `/series/${other}/volunteers/import/preview`, list)).body.lines[0];
  const form = (await enrol(1, other)).body.code;
  await ofSeries(id, other, "return");
  const back = await rotas();
  await ofSeries(id, other, "leave");
  stage.app.ports.setTime("2026-09-16T09:00");

  expect([left, back]).toEqual([
    [["何志远"], []],
    [["何志远"], ["何志远"]],
  ]);
  expect([look.becomes, look.changes, form]).toEqual(["left", "9月14日（周一）说过不再排班，不加", "volunteer-days.rotaLeft"]);
  expect((await ofSeries(id, other, "return")).body.code).toBe("volunteer-days.notTakenOff");
});

test("taken off one series and then the last, a slip is taken back for the series it names and no other", async () => {
  const { id } = (await enrol(1, stage.seriesId)).body;
  await enrol(1, other);
  const third = await stage.anotherSeries({ weekday: 5, startTime: "14:00", endTime: "16:00", title: "读书日", posts: [members(2, 1)] });
  await ofSeries(id, stage.seriesId, "leave");
  await ofSeries(id, other, "leave");

  const never = (await ofSeries(id, third, "return")).body.code;
  const { status } = await ofSeries(id, stage.seriesId, "return");

  expect([never, status, await rotas()]).toEqual(["volunteer-days.notTakenOff", 200, [["何志远"], []]]);
  expect((await enrol(1, other)).body.code).toBe("volunteer-days.rotaLeft");
});

test("off the last series they are off the rota; a new yes to one brings them back to that one alone", async () => {
  const { id } = (await enrol(1, stage.seriesId)).body;
  await enrol(1, other);
  await stage.call("POST /volunteers/:volunteerId/leave", { params: { volunteerId: id } });
  await enrol(1, other, { agreedAgain: true });
  const again = await rotas();
  const refused = (await enrol(1, stage.seriesId)).body.code;
  await ofSeries(id, other, "leave");
  const off = await known();
  await ofSeries(id, other, "return");

  expect([again, refused, off]).toEqual([[[], ["何志远"]], "volunteer-days.rotaLeft", []]);
  expect(await rotas()).toEqual(again);
});

test("a yes from before it was kept by series goes for the series there were then, and for no later one", async () => {
  await enrol(1, stage.seriesId);
  await stage.app.write("volunteer-days", ({ db }: any) => db.updateTable("volunteer_days_volunteer").set({ rotaSeriesIds: null }).execute());
  stage.app.ports.setTime("2026-09-14T10:00");
  const later = await stage.anotherSeries({ weekday: 5, startTime: "14:00", endTime: "16:00", title: "读书日", posts: [members(2, 1)] });

  expect([...(await rotas()), await proposed(later)]).toEqual([["何志远"], ["何志远"], []]);
});
