import { start } from "@lianxin/server";
import { readEnvironment, type ShowLetter } from "@lianxin/server-kit";
import type { Command } from "commander";

const channels = { mail: "没有接邮件服务器 / no mail server", sms: "没有接短信网关 / no SMS gateway" } as const;

/** On the console of whoever started the server, so that people can sign in before mail or text messages are set up. */
const show: ShowLetter = ({ channel, to, subject, text }) =>
  console.log(`\n［${channels[channel]}，只显示在这里 / shown here only］→ ${to}${subject && `\n  ${subject}`}\n  ${text.trim().replaceAll("\n", "\n  ")}\n`);

export function addServe(program: Command): void {
  program
    .command("serve")
    .description("启动服务 / start the server")
    .action(async () => {
      const { url, port } = readEnvironment(process.env, process.cwd());
      const server = await start(process.env, process.cwd(), { show });
      const isFixed = port !== 0;
      console.log(`莲心已启动 / Lianxin is running: ${isFixed ? url : server.address}`);
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
