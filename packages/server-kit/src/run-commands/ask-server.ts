import { request } from "node:http";
import { Refusal } from "../start-plugins/refusal.js";
import { doorIn, type CommandRequest } from "./command-door.js";
import type { NamedCommand } from "./run-command.js";

interface Told {
  readonly status: number;
  readonly body: any;
}
const nobodyThere = new Set(["ENOENT", "ECONNREFUSED", "EINVAL", "ENAMETOOLONG"]);

const ask = (data: string, body?: CommandRequest): Promise<Told | undefined> =>
  new Promise((resolve, reject) => {
    const sent = request({ agent: false, socketPath: doorIn(data), path: "/", method: body ? "POST" : "GET" }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => (text += part));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 500, body: JSON.parse(text) }));
    });
    sent.on("error", (error: NodeJS.ErrnoException) => (nobodyThere.has(error.code ?? "") ? resolve(undefined) : reject(error)));
    sent.end(body && JSON.stringify(body));
  });

/** The commands of the server that runs on this data folder; undefined when none runs. */
export const listThere = async (data: string): Promise<readonly NamedCommand[] | undefined> => (await ask(data))?.body as readonly NamedCommand[] | undefined;

/** Runs a command through the server on this data folder; undefined when none runs. Throws a `Refusal` with the server's words. */
export async function runThere(data: string, asked: CommandRequest): Promise<{ readonly result: unknown } | undefined> {
  const told = await ask(data, asked);
  if (told && told.status !== 200) throw new Refusal(told.body.message as string, told.body.remedy as string);
  return told?.body as { readonly result: unknown } | undefined;
}
