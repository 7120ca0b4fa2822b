import { tendDead } from "@lianxin/server";
import type { Command } from "commander";
import { runInHouse } from "../run-in-house.js";
import { print } from "../say-why.js";

/** lianxin undelivered: what could not be delivered after all its tries, and trying it again. */
export function addUndelivered(program: Command): void {
  program
    .command("undelivered")
    .description("看哪些信、哪些事件一直没送到，再送一次 / what could not be delivered, and trying again")
    .option("--retry <id>", "再送这一件，all 是全部 / try this one again, or all")
    .option("--json", "一行 JSON / one line of JSON")
    .action(async ({ json, retry }: { json?: boolean; retry?: string }) => {
      const found = await runInHouse(tendDead, retry === undefined ? {} : { retry }, { onlyLooks: retry === undefined, mustStand: true });
      const lines = found.dead.map(
        ({ id, topic, attempts, lastError, createdAt }) => `${id}  ${createdAt}  ${topic}  试了 ${attempts} 次 / tries  ${lastError ?? ""}`,
      );
      const none = "没有送不到的 / nothing is undelivered";
      print(json, found, [...(retry === undefined ? [] : [`再送 ${found.retried} 件 / retried`]), ...(lines.length > 0 ? lines : [none])].join("\n"));
    });
}
