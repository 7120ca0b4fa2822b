import { start } from "@lianxin/server";
import type { Command } from "commander";

export function addServe(program: Command): void {
  program
    .command("serve")
    .description("启动服务 / start the server")
    .action(async () => {
      const server = await start(process.env, process.cwd());
      console.log(`莲心已启动 / Lianxin is running: ${server.address}`);
      if (server.setUpLink) console.log(`\n第一次使用，请打开（只能用一次）/ first start, open this once:\n  ${server.setUpLink}\n`);
      let isStopping = false;
      const stop = (): void => {
        if (isStopping) return;
        isStopping = true;
        void server.stop().then(() => process.exit(0));
      };
      process.once("SIGTERM", stop);
      process.once("SIGINT", stop);
    });
}
