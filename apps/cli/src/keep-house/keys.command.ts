import { tendKeys } from "@lianxin/server";
import type { Command } from "commander";
import { runInHouse } from "../run-in-house.js";
import { print } from "../say-why.js";

interface Options {
  readonly rotate?: boolean;
  readonly retire?: boolean;
  readonly json?: boolean;
}

/** lianxin keys: which master keys there are, a new one, and taking out those that wrap nobody. */
export function addKeys(program: Command): void {
  program
    .command("keys")
    .description("看主密钥、换主密钥 / look at the master keys, rotate them")
    .option("--rotate", "换一把新的，把每个人的密钥重新包好 / make a new one and wrap everybody's keys under it")
    .option("--retire", "去掉已经不包任何人的旧主密钥 / take out old ones that wrap nobody")
    .option("--json", "一行 JSON / one line of JSON")
    .action(async ({ json, rotate = false, retire = false }: Options) => {
      const found = await runInHouse(tendKeys, { rotate, retire }, { onlyLooks: !rotate && !retire, mustStand: true });
      const lines = found.keys.map(({ id, wraps }) => `主密钥 / master key ${id}${id === found.newest ? "（新 / newest）" : ""}：${wraps} 人 / people`);
      print(json, found, lines.join("\n"));
    });
}
