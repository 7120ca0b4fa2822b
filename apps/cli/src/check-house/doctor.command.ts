import { checkHouse } from "@lianxin/server";
import type { Command } from "commander";
import { runInHouse } from "../run-in-house.js";
import { print } from "../say-why.js";

/** lianxin doctor: looks at everything and changes nothing. Ends with 2 when something is wrong. */
export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("全面检查：表、引用、封存的值、各插件的规则，服务开着也行 / check tables, references, sealed values and each plugin's rules")
    .option("--json", "一行 JSON / one line of JSON")
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await runInHouse(checkHouse, {}, { onlyLooks: true, mustStand: true });
      const words = findings.map((f) => `${f.problems.length === 0 ? "✓" : "✗"} ${f.what}${f.problems.map((p) => `\n    ${p}`).join("")}`);
      print(json, findings, words.join("\n"));
      if (findings.some((f) => f.problems.length > 0)) process.exitCode = 2;
    });
}
