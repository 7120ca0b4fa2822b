import { listCommands, listThere, readEnvironment, runCommand, runThere, type NamedCommand } from "@lianxin/server-kit";
import type { Command } from "commander";
import { withPlatform } from "../run-in-house.js";
import { print } from "../say-why.js";

/** Through the running server, or, where none runs, on the data itself. */
async function run(name: string, args: readonly string[]): Promise<unknown> {
  const there = await runThere(readEnvironment(process.env, process.cwd()).data, { name, args });
  if (there) return there.result;
  return withPlatform(({ platform }) => runCommand(platform, name, args), { mustStand: true });
}

async function list(): Promise<readonly NamedCommand[]> {
  const there = await listThere(readEnvironment(process.env, process.cwd()).data);
  return there ?? withPlatform(async ({ platform }) => listCommands(platform), { mustStand: true });
}

const inLines = (commands: readonly NamedCommand[]): string =>
  commands.map(({ name, describe }) => `${name.padEnd(32)} ${describe}`).join("\n") || "启用的插件没有命令 / the enabled plugins have no commands";

/** lianxin run: what plugins do by command. */
export function addRun(program: Command): void {
  program
    .command("run")
    .argument("[name]", "哪个命令，不写就列出来 / which one; without it they are listed")
    .argument("[args...]", "给命令的内容 / what the command is given")
    .description("运行插件的命令，服务开着就由它来做 / run a plugin's command, through the server where one runs")
    .option("--json", "一行 JSON / one line of JSON")
    .action(async (name: string | undefined, args: string[], { json }: { json?: boolean }) => {
      if (name === undefined) {
        const commands = await list();
        return print(json, commands, inLines(commands));
      }
      const result = await run(name, args);
      print(json, { result }, typeof result === "string" ? result : JSON.stringify(result, null, 2));
    });
}
