import { readSheet } from "@lianxin/documents";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findMiscounted } from "./check-house/checkups.js";
import { leaders, phoneOf, setStage, type Stage } from "./testing/stage.js";

/** 新辉社区: twelve compounds, teams of four or five with a leader, 60 people and 8 on the reserve list; one day after another, as the story goes. */
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const members = { kind: "member", title: "打扫", least: 3, most: 4, isAdultsOnly: false } as const;
const noon = "2026-09-14T12:00";
let stage: Stage;
let sites: { id: string; name: string }[];
const nameOf = (n: number): string => (n === 0 ? "徐梅" : `志愿者${n}`);

beforeAll(async () => {
  stage = await setStage({ at: noon, sites: 12, posts: [leaders, members] });
  sites = (await stage.call("GET /series")).body.series[0].sites;
  for (const n of range(68)) {
    const minor = n === 58 || n === 59;
    const body = {
      ...{ name: nameOf(n), phone: phoneOf(n), ageBand: minor ? "youth" : "adult", ...(minor && { guardianAgreedOn: "2026-09-01" }) },
      ...{ mayLead: n < 14 || n === 60 || n === 61, isReserve: n >= 60, knownSiteIds: n >= 38 && n < 58 ? [sites[n % 12]!.id] : [] },
    };
    const { status, text } = await stage.call("POST /series/:seriesId/volunteers", { params: { seriesId: stage.seriesId }, body });
    if (status !== 200) throw new Error(text);
  }
}, 120_000);
afterAll(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});

const rota = async () => (await stage.call("GET /series/:seriesId/rota", { params: { seriesId: stage.seriesId } })).body;
const dayId = async (day: string): Promise<string> => (await stage.day(day)).id;
const sheet = async (day: string) => (await stage.call("GET /days/:dayId", { params: { dayId: await dayId(day) } })).body;
const change = async (day: string, path: string, body: object = {}) => stage.call(path, { params: { dayId: await dayId(day) }, body });
const publish = (dayIds: string[]) => stage.call("POST /series/:seriesId/rota/publish", { params: { seriesId: stage.seriesId }, body: { dayIds } });
const peopleOf = (shown: any): any[] => shown.teams.flatMap(({ people }: { people: any[] }) => people);
const linkIn = (text: string) => /mine\/([\w-]+)\/([\w-]{22})/.exec(text)!.slice(1) as [string, string];

test("1–4: eleven Thursdays, National Day is skipped with a notice, ten sessions are planned for sixty people at ten compounds each", async () => {
  const { options } = (await change("2026-10-01", "GET /days/:dayId/options")).body;
  const refused = await change("2026-10-01", "PUT /days/:dayId", { heldOn: "2026-10-08" });
  await change("2026-10-01", "POST /days/:dayId/cancel", { reason: "holiday" });

  const board = await rota();

  expect(options.map(({ day }: { day: string }) => day)).toEqual(["2026-09-30", "2026-10-10"]);
  expect(refused.body.code).toBe("volunteer-days.dateTaken");
  const planned = board.days.filter(({ state }: { state: string }) => state === "open");
  expect([board.days.length, planned.length, board.after]).toEqual([11, 10, [10, 10]]);
  const seen = new Map<string, Set<string>>();
  for (const { cells } of planned)
    for (const { siteId, proposed } of cells) for (const { name } of proposed) seen.set(name, (seen.get(name) ?? new Set()).add(siteId));
  expect([seen.size, Math.min(...[...seen.values()].map(({ size }) => size))]).toEqual([60, 10]);
  const teams = planned.flatMap(({ cells }: any) => cells);
  expect(teams.every(({ proposed }: any) => proposed.length === 5 && proposed.filter(({ kind }: any) => kind === "leader").length === 1)).toBe(true);
  const strangers = teams.filter(({ isStranger }: any) => isStranger).length;
  expect(strangers).toBe(teams.filter(({ proposed }: any) => !proposed.some(({ knowsSite }: any) => knowsSite)).length);
  expect(strangers).toBeGreaterThan(0);
});

test("what is published stands as it was proposed, and each person is told once where to go and how to decline", async () => {
  const before = (await rota()).days.filter(({ state }: { state: string }) => state === "open").slice(0, 2);

  const { body } = await publish(before.map(({ id }: { id: string }) => id));

  const after = (await rota()).days.slice(0, 2);
  const names = (cells: any[], of: "proposed" | "people") => cells.map((cell) => cell[of].map(({ name }: { name: string }) => name).sort());
  expect(body).toEqual({ placed: 120, shortSites: 0 });
  expect(after.map(({ cells }: any) => names(cells, "people"))).toEqual(before.map(({ cells }: any) => names(cells, "proposed")));
  const letters = await stage.letters();
  expect([letters.length, new Set(letters.map(({ key }) => key)).size]).toEqual([120, 120]);
  expect((await publish(before.map(({ id }: { id: string }) => id))).body.placed).toBe(0);
}, 60_000);

test("7: four decline by Tuesday noon without any consequence and are replaced from the reserve list; every team keeps its leader", async () => {
  stage.app.ports.setTime("2026-09-22T12:00");
  const second = (await stage.letters()).filter(({ text }) => text.includes("9月24日"));
  const board = (await rota()).days.find(({ originalOn }: any) => originalOn === "2026-09-24");
  const leading = board.cells
    .find(({ people }: any) => people.every(({ name }: any) => name !== "徐梅"))
    .people.find(({ kind }: any) => kind === "leader").name;
  const plain = second
    .map(({ to }) => to)
    .filter((name) => name !== "徐梅" && !board.cells.some(({ people }: any) => people.some((p: any) => p.kind === "leader" && p.name === name)));
  const declining = [leading, ...plain.slice(0, 3)];
  for (const name of declining) {
    const [signUpId, key] = linkIn(second.find(({ to }) => to === name)!.text);
    await stage.call("POST /public/sign-ups/:signUpId/:key/cancel", { as: null, params: { signUpId, key } });
  }

  const filled = await change("2026-09-24", "POST /days/:dayId/fill");

  const people = peopleOf(await sheet("2026-09-24"));
  expect(filled.body).toEqual({ placed: 4, shortSites: 0 });
  expect([people.length, people.filter(({ kind }) => kind === "leader").length]).toEqual([60, 12]);
  expect(people.filter(({ name }) => declining.includes(name))).toEqual([]);
  expect(people.filter(({ name }) => Number(name.slice(3)) >= 60)).toHaveLength(4);
}, 60_000);

test("7–9: one does not come, 徐梅 leaves at 9:40 with 70 minutes, the others have 120; the hours are due by 15 October", async () => {
  stage.app.ports.setTime("2026-09-24T10:40");
  const people = peopleOf(await sheet("2026-09-24"));
  const absent = people.find(({ kind, name }) => kind === "member" && name !== "徐梅");
  const xu = people.find(({ name }) => name === "徐梅");
  await change("2026-09-24", "POST /days/:dayId/check-ins", { signUpId: absent.signUpId, act: "absent" });
  const keyed = await change("2026-09-24", "POST /days/:dayId/check-ins", { code: xu.code, act: "leave", time: "09:40" });

  const recorded = await change("2026-09-24", "POST /days/:dayId/hours");
  const again = await change("2026-09-24", "POST /days/:dayId/hours");

  const after = await sheet("2026-09-24");
  expect([keyed.body.name, recorded.body, again.body.people]).toEqual(["徐梅", { people: 59, minutes: 58 * 120 + 70 }, 0]);
  expect(after.dueOn).toBe("2026-10-15");
  expect(peopleOf(after).find(({ name }) => name === "徐梅").minutes).toBe(70);
  expect(after.teams.map(({ people: team }: any) => team.filter(({ isAbsent }: any) => !isAbsent).length).sort()).toEqual([4, ...range(11).map(() => 5)]);
});

test("6: called off for rain at seven o'clock, nobody gets hours for it, and the session counts for nobody", async () => {
  await publish([await dayId("2026-10-15")]);
  stage.app.ports.setTime("2026-10-15T07:00");
  const before = (await stage.letters()).length;
  await change("2026-10-15", "POST /days/:dayId/cancel", { reason: "rain", words: "橙色暴雨" });
  stage.app.ports.setTime("2026-10-15T11:00");

  const refused = await change("2026-10-15", "POST /days/:dayId/hours");

  expect((await stage.letters()).length - before).toBe(60);
  expect(refused.body.code).toBe("volunteer-days.dayCancelled");
  const [least, most] = (await rota()).after;
  expect(most - least).toBeLessThanOrEqual(1);
}, 60_000);

test("the ledger keeps what was wrong beside what is right, and the file has what the rules ask for", async () => {
  const xu = peopleOf(await sheet("2026-09-24")).find(({ name }) => name === "徐梅");
  const params = { dayId: await dayId("2026-09-24"), signUpId: xu.signUpId };
  const correct = (body: object) => stage.call("POST /days/:dayId/hours/:signUpId/corrections", { params, body });
  const odd = await correct({ minutes: 121, reason: "看错" });
  await correct({ minutes: 80, reason: "签退表写的是 9:50" });

  const query = { from: "2026-09-01", to: "2026-12-31" };
  const { rows, total } = (await stage.call("GET /hours", { query })).body;
  const file = await stage.app.app.http.inject({ url: "/api/volunteer-days/hours.xlsx", query, headers: { "x-lianxin": "1", cookie: "secretary" } });

  expect(odd.body).toMatchObject({ code: "volunteer-days.minutesOdd", field: "body.minutes" });
  expect(rows.filter(({ name }: any) => name === "徐梅").map(({ minutes }: any) => minutes)).toEqual([70, -70, 80]);
  expect(total).toBe(58 * 120 + 80);
  const [grid] = readSheet(file.rawPayload, "hours.xlsx").sheets;
  const heads = grid!.rows[2]!.cells.map(({ text }: any) => text);
  expect(heads).toEqual(expect.arrayContaining(["活动名称", "日期", "地点", "服务内容", "服务时间（小时）", "活动组织单位", "活动负责人"]));
  expect(grid!.rows).toHaveLength(3 + rows.length);
});

test("the list to sign has a page for each team, the numbers to key in, and no whole phone number", async () => {
  const { text } = await stage.call("GET /days/:dayId/sign-in-sheet", { params: { dayId: await dayId("2026-09-24") } });

  expect(text.match(/<section class="sheet">/g)).toHaveLength(12);
  expect(text).toContain("0924-1");
  expect(text).not.toMatch(/1990000\d{4}/);
});
