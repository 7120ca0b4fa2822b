import { readFile } from "node:fs/promises";
import { verifyRecords } from "@lianxin/server";
import type { Command } from "commander";
import { runInHouse } from "../run-in-house.js";
import { print, refuse } from "../say-why.js";

interface Options {
  readonly json?: boolean;
  readonly anchor?: string;
}

async function readAnchor(path: string): Promise<never> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as never;
  } catch (error) {
    return refuse(`${path} 不是核对时留下的根 / holds no root: ${(error as Error).message}`);
  }
}

/** lianxin verify: proves the audit, the meetings' logs and the notices, beside a running server too. Ends with 2 when it was changed. */
export function addVerify(program: Command): void {
  program
    .command("verify")
    .description("核对操作记录、会议记录和公示没有被改过，服务开着也行 / prove that the audit, the meetings' logs and the notices were not changed")
    .option("--anchor <file>", "上次核对时留下的根 / a root kept from an earlier run")
    .option("--json", "一行 JSON / one line of JSON")
    .action(async ({ json, anchor }: Options) => {
      const report = await runInHouse(verifyRecords, anchor ? { anchor: await readAnchor(anchor) } : {}, { onlyLooks: true, mustStand: true });
      const sum = `核对了 ${report.checkedRows} 行、${report.checkedRoots} 个根、${report.provedRows} 条会议记录和公示：${report.ok ? "没有被改过 / unchanged" : "被改过 / CHANGED"}`;
      print(json, report, [sum, ...report.problems].join("\n"));
      if (!report.ok) process.exitCode = 2;
    });
}
