import type { Command, ServerPart } from "@lianxin/plugin-kit";
import type { Platform } from "../answer-requests/platform.js";
import { workAs } from "../answer-requests/work-as.js";
import { failures } from "../failures.js";

/** A command as people call it, "hello.count", and what it does. */
export interface NamedCommand {
  readonly name: string;
  readonly describe: string;
}

const ofPart = ({ plugin, commands }: ServerPart): [string, { readonly plugin: string; readonly command: Command }][] =>
  commands.map((command) => [`${plugin.id}.${command.id}`, { plugin: plugin.id as string, command }]);

export const listCommands = ({ parts }: Pick<Platform, "parts">): NamedCommand[] =>
  parts.flatMap(ofPart).map(([name, { command }]) => ({ name, describe: command.describe }));

/**
 * Runs a plugin's command in one turn of the write lane, with the plugin's own context; what it gives must be JSON. Throws commandUnknown,
 * and whatever the command refuses with.
 */
export async function runCommand(platform: Platform, name: string, args: readonly string[]): Promise<unknown> {
  const found = new Map(platform.parts.flatMap(ofPart)).get(name);
  if (!found)
    throw failures.commandUnknown({
      name,
      known:
        listCommands(platform)
          .map((command) => command.name)
          .join("、") || "–",
    });
  return (await workAs(platform, found.plugin, (ctx) => found.command.run(ctx, args))) ?? null;
}
