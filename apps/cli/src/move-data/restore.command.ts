import { resolve } from "node:path";
import { fileIn, readEnvironment, restore, systemPorts } from "@lianxin/server-kit";
import { config } from "@lianxin/server";
import type { Command } from "commander";
import { showGrowth } from "./show-growth.js";
import { print } from "../say-why.js";

export function addRestore(program: Command): void {
  program
    .command("restore")
    .argument("<file>", "从哪个备份恢复 / the backup")
    .description(
      "用备份换下现在的数据，现在的会改名保留；先停服务 / put a backup in place of the data, which is kept under another name; stop the server first",
    )
    .option("--json", "一行 JSON / one line of JSON")
    .action(async (file: string, { json }: { json?: boolean }) => {
      const environment = readEnvironment(process.env, process.cwd());
      const copy = { from: resolve(file), to: `${fileIn(environment.data)}.arriving`, what: "kB" };
      const kept = await showGrowth(copy, json ?? false, () => restore(environment, resolve(file), systemPorts(config.zone).clock.now()));
      print(json, { restored: true, kept }, `已恢复 / restored。${kept ? `原来的数据在 / the data before is in ${kept}` : ""}`);
    });
}
