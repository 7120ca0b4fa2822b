import directory from "@lianxin/directory/server";
import { aCommunity, aHolidayYear, anOrganization, aPerson, aPlace } from "@lianxin/directory/testing";
import commitments from "@lianxin/commitments/server";
import { startPlugin, type Running } from "@lianxin/testing";
import type { BenchRow } from "../run/bench.js";
import { planLedger, type LedgerGround, type LedgerRows } from "./deliberation-rows.js";

const size = 50_000;
const today = "2026-11-26";
const rounds = 100;
/** Requests of the same kind before those that are counted: a server that has just begun to compile its code is not what people meet. */
const warmUps = 60;
const goal = 20;

/** 219 grids, 40 organisations, 200 people; each row of the ledger gets some of them. */
async function setGround(app: Running): Promise<LedgerGround> {
  const { path } = await aCommunity(app);
  await aHolidayYear(app, { year: 2026, days: [{ day: "2026-10-01", name: "国庆节", isOffDay: true }] });
  const grids: string[] = [];
  while (grids.length < 219) grids.push((await aPlace(app, { name: `第 ${grids.length + 1} 网格`, kind: "grid" })).path);
  const organizations: string[] = [];
  while (organizations.length < 40) organizations.push(await anOrganization(app, { name: `第 ${organizations.length + 1} 家单位`, kind: "other" }));
  const people: string[] = [];
  while (people.length < 200) people.push(await aPerson(app, { fullName: `居民${people.length + 1}` }));
  return { community: path, grids, organizations, people, today };
}

const tables = ["commitments_part", "commitments_commitment", "commitments_line", "commitments_entry", "commitments_done"] as const;

/** Writes the rows of a made-up ledger, ten thousand a turn. */
export async function fillLedger(app: Running, rows: LedgerRows): Promise<void> {
  for (const table of tables)
    for (let at = 0; at < rows[table].length; at += 10_000)
      await app.write("commitments", async ({ db }) => {
        const slice = rows[table].slice(at, at + 10_000);
        for (let i = 0; i < slice.length; i += 500)
          await db
            .insertInto(table)
            .values(slice.slice(i, i + 500))
            .execute();
      });
}

const percentile = (times: readonly number[], share: number): number => [...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1]!;

async function measure(app: Running, id: string, what: string, query: Record<string, string | number | boolean>, as = "secretary"): Promise<BenchRow> {
  const [times, work]: [number[], number[]] = [[], []];
  let lines = 0;
  let all = 0;
  for (let i = 0; i < rounds + warmUps; i++) {
    const [begun, used] = [performance.now(), process.cpuUsage()];
    const { body, status } = await app.call("GET /ledger", { as, query });
    if (status !== 200) throw new Error(`The ledger answered ${status}. Maybe look at ${JSON.stringify(body)}.`);
    if (i >= warmUps) times.push(performance.now() - begun);
    const { user, system } = process.cpuUsage(used);
    if (i >= warmUps) work.push((user + system) / 1000);
    [lines, all] = [body.lines.length, body.counts.all];
  }
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  const found = `${lines} lines of ${all}; 95 in 100 within ${p95.toFixed(1)} ms; ${percentile(work, 0.5).toFixed(1)} ms of all threads' work`;
  return { id: `ledger-${id}`, what: `${what} (${found})`, figure: Number(p50.toFixed(1)), unit: "ms p50", goal: `≤ ${goal}`, holds: p50 <= goal };
}

/** The ledger of 50,000 promises over five years on SQLite: whole requests in the server's process, filter, counts and fifty lines each. */
export async function measureLedger(): Promise<readonly BenchRow[]> {
  const app = await startPlugin(commitments, { with: [directory], at: `${today}T09:00` });
  try {
    const ground = await setGround(app);
    await fillLedger(app, planLedger(ground, size));
    await aPerson(app, { fullName: "李建平", role: "grid_leader", account: "leader", rolePlaceId: await gridId(app, ground.grids[100]!) });
    return [
      await measure(app, "all", "everything, first page", { filter: "all" }),
      await measure(app, "late", "overdue", { filter: "late" }),
      await measure(app, "done-first", "closed out, first page", { filter: "done" }),
      await measure(app, "done-deep", "closed out, page 800", { filter: "done", page: 800 }),
      await measure(app, "organization", "one organisation's", { filter: "all", organizationId: ground.organizations[7]! }),
      await measure(app, "search", "a word in the title", { filter: "all", search: "凉亭" }),
      await measure(app, "stale", "untouched for thirty days", { filter: "all", stale: true }),
      await measure(app, "grid", "one grid's, for its leader", { filter: "all" }, "leader"),
    ];
  } finally {
    await app.close();
  }
}

const gridId = (app: Running, path: string): Promise<string> =>
  app.write("commitments", async ({ use }) => ((await use.directory.placeAt(path)) as { readonly id: string }).id);
