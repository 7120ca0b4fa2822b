import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "../run/bench.js";
import { measureStart } from "./platform-start.js";
import { startBooking, writesPerSecond } from "./platform-writes.js";

async function fsyncsPerSecond(folder: string): Promise<number> {
  const file = await open(join(folder, "fsync"), "w");
  const page = Buffer.alloc(4096, 1);
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < 1000) {
    await file.write(page, 0, page.length, 0);
    await file.datasync();
    count++;
  }
  await file.close();
  return (count / (performance.now() - started)) * 1000;
}

/** The platform's goals, measured in one run. */
export async function benchPlatform(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "lianxin-bench-"));
  const { app, close } = await startBooking(folder);
  await writesPerSecond(app, 500, 100);
  const fsyncs = await fsyncsPerSecond(folder);
  const alone = await writesPerSecond(app, 400, 1);
  const grouped = Math.max(await writesPerSecond(app, 5000, 200), await writesPerSecond(app, 5000, 200));
  await close();
  const fsyncsAfter = await fsyncsPerSecond(folder);
  const started = await measureStart();
  await rm(folder, { recursive: true, force: true });
  const slowDisk = Math.min(fsyncs, fsyncsAfter) < 300;
  const round = (n: number) => Math.round(n);
  return [
    {
      id: "fsync",
      what: "4 kB fdatasync of this disk, before and after",
      figure: `${round(fsyncs)}/${round(fsyncsAfter)}`,
      unit: "per s",
      goal: "–",
      holds: null,
    },
    {
      id: "writes-alone",
      what: "durable sign-ups, six statements, one commit each, over the whole request path",
      figure: round(alone),
      unit: "per s",
      goal: "–",
      holds: null,
    },
    {
      id: "writes-grouped",
      what: "the same, 200 at a time through the general lane",
      figure: round(grouped),
      unit: "per s",
      goal: "≥ 2500",
      holds: grouped >= 2500,
    },
    {
      id: "writes-ratio",
      what: "grouped against one commit each",
      figure: (grouped / alone).toFixed(1),
      unit: "×",
      goal: slowDisk ? "≥ 8" : "≥ 8 where < 300 fsync/s",
      holds: slowDisk ? grouped / alone >= 8 : null,
    },
    ...started,
  ];
}
