import { afterEach, beforeEach, expect, test } from "vitest";
import { leaders, members, phoneOf, setStage, type Stage } from "../testing/stage.js";
import { listService } from "./service.repository.js";

let stage: Stage;
let dayId: string;
beforeEach(async () => {
  stage = await setStage({ sites: 1, posts: [members(5, 1), leaders] });
  dayId = (await stage.day("2026-09-17")).id;
});
afterEach(() => stage.app.close());

const mark = (n: number, act: string) => stage.call("POST /days/:dayId/check-ins", { params: { dayId }, body: { code: String(n), act } });
const ledger = (query: Record<string, string>) => stage.call("GET /hours", { query });
const year = { from: "2026-01-01", to: "2026-12-31" };

/** Two who may lead ask for the leaders' place, the second waits for it; a third one helps. */
async function twoLeaders(): Promise<void> {
  const postId = (await stage.posts(dayId)).find(({ kind }) => kind === "leader").id;
  for (const n of [1, 2]) {
    const said = { name: `志愿者${n}`, phone: phoneOf(n), ageBand: "adult", mayLead: true, isReserve: false, knownSiteIds: [] };
    await stage.call("POST /series/:seriesId/volunteers", { params: { seriesId: stage.seriesId }, body: said });
    await stage.join(dayId, n, { postId });
  }
  await stage.join(dayId, 3);
  stage.app.ports.setTime("2026-09-17T11:00");
}
const leaderNames = async () => [...new Set((await ledger(year)).body.rows.map(({ leaderName }: any) => leaderName))];
const record = () => stage.call("POST /days/:dayId/hours", { params: { dayId }, body: {} });

test("whoever led answers for the hours, not who stood in line for the leaders' place", async () => {
  await twoLeaders();
  await mark(1, "arrive");
  await mark(3, "arrive");
  await record();

  expect(await leaderNames()).toEqual(["志愿者1"]);
});

test("a leader who did not come answers for nothing", async () => {
  await twoLeaders();
  await mark(1, "absent");
  await mark(3, "arrive");
  await record();

  expect(await leaderNames()).toEqual([null]);
});

test("a ledger is read between two days that are days and in their order, and one that is too long is refused instead of cut", async () => {
  await stage.join(dayId, 1);
  await stage.join(dayId, 2);
  stage.app.ports.setTime("2026-09-17T11:00");
  for (const n of [1, 2]) await mark(n, "arrive");
  await record();

  const odd = [await ledger({ ...year, from: "2026-02-30" }), await ledger({ from: year.to, to: year.from })];
  const file = await stage.call("GET /hours.xlsx", { query: { from: "2026-01-01", to: "nonsense!!" } });

  expect([...odd, file].map(({ body: { code, field } }) => [code, field])).toEqual([
    ["volunteer-days.dayInvalid", "query.from"],
    ["volunteer-days.datesTurned", "query.to"],
    ["volunteer-days.dayInvalid", "query.to"],
  ]);
  expect((await ledger(year)).body).toMatchObject({ total: 240, rows: [{}, {}] });
  const read = (most: number) => listService(stage.app.db as never, "everywhere", year.from, year.to, most);
  expect(await read(2)).toHaveLength(2);
  await expect(read(1)).rejects.toMatchObject({ code: "volunteer-days.spanTooLong" });
});
