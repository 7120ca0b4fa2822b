import directory from "@lianxin/directory/server";
import { aCommunity, aPerson } from "@lianxin/directory/testing";
import matters from "@lianxin/matters/server";
import { startPlugin, type Running } from "@lianxin/testing";
import type { BenchRow } from "../run/bench.js";

const [villages, gridsEach, total] = [73, 3, 100_000];
const things = ["挡土墙", "楼道灯", "下水道", "垃圾桶", "充电桩", "消防通道", "广场舞", "水沟", "电梯", "停车位", "路面", "围栏"];
const faults = ["坏了", "堵塞", "开裂", "不亮", "太吵", "漏水", "被占用", "异味大", "没人管", "要修"];
const stateOf = (n: number): readonly [string, string] =>
  n % 5000 < 3 ? ["accepted", "waiting"] : n % 11_112 === 5 ? ["escalated", "working"] : n % 50 === 7 ? ["proposed", "screening"] : ["resolved", "answered"];

export interface Ground {
  readonly id: string;
  readonly path: string;
  readonly villagePath: string;
}

/** A county of 73 villages with three grids each: 219 grids. */
export async function layGround(app: Running): Promise<Ground[]> {
  return app.write("directory", async ({ db, newId }: any) => {
    const community = await db.selectFrom("directory_place").selectAll().executeTakeFirst();
    await db.updateTable("directory_place").set({ kind: "county" }).where("id", "=", community.id).execute();
    const place = (name: string, kind: string, parentId: string, placePath: string) => ({
      ...{ id: newId(), name, nameKey: name, kind, scheme: "main", code: null, parentId, placePath },
      ...{ households: 400, closedOn: null, version: 1 },
    });
    const grids: Ground[] = [];
    for (let v = 0; v < villages; v++) {
      const village = place(`村${v}`, "village", community.id, `${community.placePath}v${v}/`);
      const own = Array.from({ length: gridsEach }, (_, g) => place(`${v}村${g}网格`, "grid", village.id, `${village.placePath}g${g}/`));
      await db
        .insertInto("directory_place")
        .values([village, ...own])
        .execute();
      grids.push(...own.map(({ id, placePath }) => ({ id, path: placePath, villagePath: village.placePath })));
    }
    return grids;
  });
}

function matterOf(n: number, { id, path, villagePath }: Ground, enteredBy: string, newId: () => string) {
  const [state, stage] = stateOf(n);
  const day = new Date(Date.UTC(2026, 0, 1) + (n % 320) * 86_400_000).toISOString().slice(0, 10);
  const title = `${(n * 7) % 60}栋${things[n % things.length]}${faults[Math.floor(n / 12) % faults.length]}`;
  return {
    ...{ id: newId(), number: `2026-${n}`, title, detail: null, wish: null, placeId: id, placePath: path, communityPath: villagePath, spot: null },
    ...{ reportedBy: null, enteredBy, isEntererHidden: false, raisedOn: day, state, stage, warningCodes: [], mergedIntoId: null, referredTo: null },
    ...{ meetingId: null, decisionId: null, createdAt: `${day}T01:00:00.000Z`, channel: "visit", affected: [], replyBy: null },
  };
}

export async function fillMatters(app: Running, grids: readonly Ground[], enteredBy: string): Promise<void> {
  const counts = new Map<string, { placePath: string; state: string; count: number }>();
  for (let from = 0; from < total; from += 1000)
    await app.write("matters", async ({ db, newId }: any) => {
      const rows = Array.from({ length: 1000 }, (_, i) => matterOf(from + i, grids[(from + i) % grids.length]!, enteredBy, newId));
      for (let i = 0; i < rows.length; i += 200)
        await db
          .insertInto("matters_matter")
          .values(rows.slice(i, i + 200))
          .execute();
      for (const { placePath, state } of rows) {
        const id = `${placePath} ${state}`;
        counts.set(id, { placePath, state, count: (counts.get(id)?.count ?? 0) + 1 });
      }
    });
  await app.write("matters", async ({ db }: any) => {
    for (const [id, row] of counts)
      await db
        .insertInto("matters_tally")
        .values({ id, ...row })
        .execute();
  });
}

export async function median(work: () => Promise<unknown>, runs = 31): Promise<number> {
  // Warm: a server that has just begun to compile its code is not what people meet.
  for (let i = 0; i < 20; i++) await work();
  const times: number[] = [];
  for (let n = 0; n < runs; n++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return Number(times.sort((a, b) => a - b)[Math.floor(runs / 2)]!.toFixed(1));
}

const row = (id: string, what: string, figure: number, most: number): BenchRow => ({ id, what, figure, unit: "ms", goal: `≤ ${most}`, holds: figure <= most });

/** 100,000 matters in 219 grids on SQLite: lists for a county and for one grid, what an agenda is made of, duplicates. Medians of 31, at the server. */
export async function benchMatters(): Promise<readonly BenchRow[]> {
  const app = await startPlugin(matters, { with: [directory], at: "2026-11-25T17:00" });
  try {
    const { path, personId } = await aCommunity(app);
    const grids = await layGround(app);
    await fillMatters(app, grids, personId);
    await aPerson(app, { fullName: "网格员", role: "grid_worker", rolePlaceId: grids[100]!.id, account: "worker" });
    const list = (as: string, tab: string, page = 0) => app.call("GET /matters", { as, query: { tab, page } });
    const ask = (question: (others: any) => Promise<unknown>) => app.write("matters", ({ services }: any) => question(services.others));
    const similar = () => app.call("GET /similar", { as: "secretary", query: { title: "3栋楼道灯坏了", placeId: grids[100]!.id } });
    const agenda = async (others: any) => [await others.waitingForMeeting(path), await others.escalatedAt(path)];
    return [
      row(
        "matters.list.county",
        "first page of answered matters with the counts of all tabs, for who sees the county",
        await median(() => list("secretary", "answered")),
        20,
      ),
      row("matters.list.grid", "the same for a grid worker", await median(() => list("worker", "answered")), 20),
      row("matters.list.rare", "a tab with few matters in it, for who sees the county", await median(() => list("secretary", "waiting")), 20),
      row("matters.list.late", "the fiftieth page, for who sees the county", await median(() => list("secretary", "answered", 50)), 20),
      row("matters.agenda", "what an agenda and an assignment meeting can be made of", await median(() => ask(agenda)), 50),
      row("matters.similar", "duplicates of a matter among those of its village and year", await median(similar), 50),
    ];
  } finally {
    await app.close();
  }
}
