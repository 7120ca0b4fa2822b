import { readFile } from "node:fs/promises";
import { describeProblem, rootSigner, verifyAudit } from "@lianxin/server-kit";
import type { Command } from "commander";
import { withHouse } from "../open-here.js";
import { print } from "../say-why.js";

interface Options {
  readonly json?: boolean;
  readonly anchor?: string;
}

export function addVerify(program: Command): void {
  program
    .command("verify")
    .description("核对操作记录没有被改过 / prove that the audit log was not changed")
    .option("--anchor <file>", "上次核对时留下的根 / a root kept from an earlier run")
    .option("--json", "一行 JSON / one line of JSON")
    .action(({ json, anchor }: Options) =>
      withHouse(async ({ store }) => {
        const kept = anchor ? { anchor: JSON.parse(await readFile(anchor, "utf8")) as never } : {};
        const report = await verifyAudit(store.database.kit, { publicKey: rootSigner(store.master).publicKey, ...kept });
        const problems = report.problems.map((p) => describeProblem(p, "zh-CN"));
        print(
          json,
          { ...report, problems },
          [`核对了 ${report.checkedRows} 行、${report.checkedRoots} 个根：${report.ok ? "没有被改过 / unchanged" : "被改过 / CHANGED"}`, ...problems].join(
            "\n",
          ),
        );
        if (!report.ok) process.exitCode = 2;
      }),
    );
}
