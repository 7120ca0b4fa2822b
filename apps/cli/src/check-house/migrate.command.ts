import { migrateAll, orderPlugins } from "@lianxin/server-kit";
import type { Command } from "commander";
import { withHouse } from "../open-here.js";
import { print } from "../say-why.js";

export function addMigrate(program: Command): void {
  program
    .command("migrate")
    .description("更新数据表 / bring the tables up to date")
    .option("--json", "一行 JSON / one line of JSON")
    .action(({ json }: { json?: boolean }) =>
      withHouse(async ({ store, plugins }) => {
        const parts = orderPlugins(plugins.map((p) => p.server));
        await migrateAll(store.database, parts);
        print(json, { ok: true, plugins: parts.map((p) => p.plugin.id as string) }, `数据表已是最新 / up to date: ${parts.map((p) => p.plugin.id).join(", ")}`);
      }),
    );
}
