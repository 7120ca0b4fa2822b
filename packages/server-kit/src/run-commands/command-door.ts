import { rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { describeFailure } from "../answer-requests/describe-failure.js";
import type { Platform } from "../answer-requests/platform.js";
import { listCommands, runCommand } from "./run-command.js";

/** A door for commands of whoever owns the data folder: no port, no password; the folder lets nobody else in. */
export interface CommandDoor {
  close(): Promise<void>;
}
export interface CommandRequest {
  readonly name: string;
  readonly args: readonly string[];
}

/** Paths of sockets end at about a hundred bytes. */
const longest = 100;
export const doorIn = (data: string): string => join(data, "commands.sock");

async function readRequest(request: IncomingMessage): Promise<CommandRequest> {
  let text = "";
  for await (const part of request.setEncoding("utf8")) text += part;
  const { name, args } = JSON.parse(text) as CommandRequest;
  return { name: String(name), args: args.map(String) };
}

/** Opens the door in the data folder. Nothing is opened, and that is told, where the path is too long for a socket. */
export async function openCommandDoor(platform: Platform, data: string, tell: (what: string) => void): Promise<CommandDoor> {
  const path = doorIn(data);
  if (Buffer.byteLength(path) > longest) {
    tell(`commands need the server stopped: ${path} is too long for a socket`);
    return { close: async () => undefined };
  }
  const server = createServer((request, response) => {
    const answer = async (): Promise<[number, unknown]> => {
      if (request.method !== "POST") return [200, listCommands(platform)];
      const { name, args } = await readRequest(request);
      return [200, { result: await runCommand(platform, name, args) }];
    };
    void answer()
      .catch((error: unknown): [number, unknown] => {
        const { status, answer: told } = describeFailure(error, platform.texts, "zh-CN", "command");
        return [status, told];
      })
      .then(([status, body]) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body)));
  });
  await rm(path, { force: true });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(path, resolve));
  return {
    async close() {
      server.closeIdleConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
