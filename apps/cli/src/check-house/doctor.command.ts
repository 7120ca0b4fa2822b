import { checkUp } from "@lianxin/server-kit";
import type { Command } from "commander";
import { withHouse } from "../open-here.js";
import { print } from "../say-why.js";

export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("全面检查：表、引用、封存的值、各插件的规则 / check tables, references, sealed values and each plugin's rules")
    .option("--json", "一行 JSON / one line of JSON")
    .action(({ json }: { json?: boolean }) =>
      withHouse(async ({ store, plugins, ports }) => {
        const findings = await checkUp({ store, plugins, ports });
        const bad = findings.filter((f) => f.problems.length > 0);
        print(
          json,
          findings,
          findings.map((f) => `${f.problems.length === 0 ? "✓" : "✗"} ${f.what}${f.problems.map((p) => `\n    ${p}`).join("")}`).join("\n"),
        );
        if (bad.length > 0) process.exitCode = 2;
      }),
    );
}
