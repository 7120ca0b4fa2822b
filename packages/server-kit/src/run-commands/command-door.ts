import { rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { describeFailure } from "../answer-requests/describe-failure.js";
import type { Platform } from "../answer-requests/platform.js";
import type { Store } from "../start-app/open-store.js";
import type { HouseCommand } from "./house-command.js";
import { listCommands, runCommand } from "./run-command.js";

/** A door for commands of whoever owns the data folder: no port, no password; the folder lets nobody else in. */
export interface CommandDoor {
  close(): Promise<void>;
}
/** A plugin's command with its words, or one of the house with its input. */
export type CommandRequest = { readonly name: string; readonly args: readonly string[] } | { readonly house: string; readonly input: unknown };
/** What the answer consists of, one line of JSON each: any number of steps, then how it ended. */
export type AnswerLine =
  { readonly step: readonly [what: string, done: number, of: number] } | { readonly result: unknown } | { readonly message: string; readonly remedy: string };

export interface DoorOptions {
  readonly platform: Platform;
  readonly store: Store;
  readonly data: string;
  readonly commands: readonly HouseCommand[];
  readonly tell: (what: string) => void;
}

/** Paths of sockets end at about a hundred bytes. */
const longest = 100;
export const doorIn = (data: string): string => join(data, "commands.sock");

async function readRequest(request: IncomingMessage): Promise<CommandRequest> {
  let text = "";
  for await (const part of request.setEncoding("utf8")) text += part;
  return JSON.parse(text) as CommandRequest;
}

async function answer({ platform, store, commands }: DoorOptions, request: IncomingMessage, write: (line: AnswerLine) => void): Promise<unknown> {
  if (request.method !== "POST") return listCommands(platform);
  const asked = await readRequest(request);
  if ("name" in asked) return runCommand(platform, String(asked.name), asked.args.map(String));
  const command = commands.find(({ name }) => name === asked.house);
  if (!command) return runCommand(platform, String(asked.house), []);
  return command.run({ platform, store }, asked.input, (...step) => write({ step }));
}

function serve(options: DoorOptions, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/x-ndjson" });
  const write = (line: AnswerLine) => void response.write(`${JSON.stringify(line)}\n`);
  void answer(options, request, write)
    .then((result) => write({ result: result ?? null }))
    .catch((error: unknown) => {
      const { message, remedy } = describeFailure(error, options.platform.texts, "zh-CN", "command").answer;
      write({ message, remedy });
    })
    .finally(() => response.end());
}

/** Opens the door in the data folder. Nothing is opened, and that is told, where the path is too long for a socket. */
export async function openCommandDoor(options: DoorOptions): Promise<CommandDoor> {
  const path = doorIn(options.data);
  if (Buffer.byteLength(path) > longest) {
    options.tell(`commands need the server stopped: ${path} is too long for a socket`);
    return { close: async () => undefined };
  }
  const server = createServer((request, response) => serve(options, request, response));
  await rm(path, { force: true });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(path, resolve));
  return {
    async close() {
      server.closeIdleConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
