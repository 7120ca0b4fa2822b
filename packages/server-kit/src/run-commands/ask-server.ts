import { request } from "node:http";
import { createInterface } from "node:readline";
import { Refusal } from "../start-plugins/refusal.js";
import { doorIn, type AnswerLine, type CommandRequest } from "./command-door.js";
import type { TellProgress } from "./house-command.js";
import type { NamedCommand } from "./run-command.js";

const nobodyThere = new Set(["ENOENT", "ECONNREFUSED", "EINVAL", "ENAMETOOLONG"]);
interface Told {
  readonly result: unknown;
}

/** Reads the lines of an answer to its end. Throws a `Refusal` with the server's words, or where it stopped in the middle. */
async function readAnswer(lines: AsyncIterable<string>, tell: TellProgress): Promise<Told> {
  for await (const text of lines) {
    const line = JSON.parse(text) as AnswerLine;
    if ("step" in line) tell(...line.step);
    else if ("result" in line) return line;
    else throw new Refusal(line.message, line.remedy);
  }
  throw new Refusal("The server stopped before the command was done.", "start it again, see how far it came, and run the command again.");
}

const ask = (data: string, body?: CommandRequest, tell: TellProgress = () => undefined): Promise<Told | undefined> =>
  new Promise((resolve, reject) => {
    const sent = request({ agent: false, socketPath: doorIn(data), path: "/", method: body ? "POST" : "GET" }, (answer) =>
      readAnswer(createInterface({ input: answer.setEncoding("utf8") }), tell).then(resolve, reject),
    );
    sent.on("error", (error: NodeJS.ErrnoException) => (nobodyThere.has(error.code ?? "") ? resolve(undefined) : reject(error)));
    sent.end(body && JSON.stringify(body));
  });

/** The commands of the plugins of the server that runs on this data folder; undefined when none runs. */
export const listThere = async (data: string): Promise<readonly NamedCommand[] | undefined> => (await ask(data))?.result as readonly NamedCommand[] | undefined;

/** Runs a command through the server on this data folder; undefined when none runs. Throws a `Refusal` with the server's words. */
export const runThere = (data: string, asked: CommandRequest, tell?: TellProgress): Promise<Told | undefined> => ask(data, asked, tell);
