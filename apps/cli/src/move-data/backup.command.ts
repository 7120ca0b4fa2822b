import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { backUp, readEnvironment } from "@lianxin/server-kit";
import type { Command } from "commander";
import { print } from "../say-why.js";

export function addBackup(program: Command): void {
  program
    .command("backup")
    .argument("<file>", "备份放在哪 / where to put it")
    .description("备份数据，服务可以照常开着；密钥文件夹请另外备份 / copy the data while the server runs; back up the key folder apart")
    .option("--json", "一行 JSON / one line of JSON")
    .action(async (file: string, { json }: { json?: boolean }) => {
      const target = resolve(file);
      if (existsSync(target)) throw new Error(`${target} 已经有了，不会覆盖 / exists already and is not overwritten.`);
      const bytes = await backUp(readEnvironment(process.env, process.cwd()), target);
      print(json, { file: target, bytes }, `已备份 / backed up: ${target}（${Math.ceil(bytes / 1024)} kB）`);
    });
}
