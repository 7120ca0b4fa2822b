import { loadavg } from "node:os";

/** One goal of an issue, as it was measured in this run. */
export interface BenchRow {
  readonly id: string;
  readonly what: string;
  readonly figure: number | string;
  readonly unit: string;
  readonly goal: string;
  readonly holds: boolean | null;
}
type Bench = (options: { readonly rows: readonly string[] }) => Promise<readonly BenchRow[]>;

/** Each suite is loaded when it is asked for: some need what others do not. */
const suites: Readonly<Record<string, () => Promise<Bench>>> = {
  platform: async () => (await import("../bench/platform.js")).benchPlatform,
  matching: async () => (await import("../bench/matching/run-bench.js")).benchMatching,
  scheduling: async () => (await import("../bench/scheduling.js")).benchSchedulingGoals,
  matters: async () => (await import("../bench/matters.js")).benchMatters,
  "volunteer-days": async () => (await import("../bench/volunteer-days.js")).benchVolunteerDays,
  "elder-pairing": async () => (await import("../bench/elder-pairing.js")).benchElderPairing,
  "children-activities": async () => (await import("../bench/children-activities.js")).benchChildrenActivities,
  deliberation: async () => (await import("../bench/deliberation.js")).benchDeliberation,
};

async function main(): Promise<void> {
  const [name, ...rest] = process.argv.slice(2);
  const suite = name === undefined ? undefined : suites[name];
  if (!suite) throw new Error(`There is no benchmark "${name ?? ""}". Maybe one of: ${Object.keys(suites).join(", ")}.`);
  const asJson = rest.includes("--json");
  const load = loadavg()[0]!.toFixed(2);
  const rows = await (await suite())({ rows: rest.filter((r) => !r.startsWith("--")) });
  for (const { id, what, figure, unit, goal, holds } of rows)
    console.log(
      `${holds === null ? "·" : holds ? "✓" : "✗"} ${id.padEnd(28)} ${String(figure).padStart(12)} ${unit.padEnd(10)} goal ${goal.padEnd(22)} ${what}`,
    );
  console.log(`load before the run: ${load}`);
  if (asJson) console.log(JSON.stringify(rows));
  // A missed goal is seen by whoever runs this in a script too.
  process.exitCode = rows.some(({ holds }) => holds === false) ? 1 : 0;
}

await main();
