import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { backUp, fileIn, readEnvironment } from "@lianxin/server-kit";
import type { Command } from "commander";
import { showGrowth } from "./show-growth.js";
import { print } from "../say-why.js";

export function addBackup(program: Command): void {
  program
    .command("backup")
    .argument("<file>", "备份放在哪 / where to put it")
    .description("备份数据，服务可以照常开着；密钥文件夹请另外备份 / copy the data while the server runs; back up the key folder apart")
    .option("--json", "一行 JSON / one line of JSON")
    .action(async (file: string, { json }: { json?: boolean }) => {
      const target = resolve(file);
      if (existsSync(target)) throw Object.assign(new Error(`${target} 已经有了，不会覆盖 / exists already and is not overwritten.`), { name: "Refusal" });
      const environment = readEnvironment(process.env, process.cwd());
      const copy = { from: fileIn(environment.data), to: target, what: "kB" };
      const bytes = await showGrowth(copy, json ?? false, () => backUp(environment, target));
      print(json, { file: target, bytes }, `已备份 / backed up: ${target}（${Math.ceil(bytes / 1024)} kB）`);
    });
}
