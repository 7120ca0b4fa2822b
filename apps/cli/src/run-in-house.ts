import { AppError } from "@lianxin/plugin-kit";
import { describeFailure, openPlatform, readEnvironment, runThere, type HouseCommand, type Platform, type TellProgress } from "@lianxin/server-kit";
import { withHouse, type House } from "./open-here.js";

/** A refusal in words, for the end of a command. */
class Refused extends Error {
  constructor(message: string, remedy: string) {
    super(`${message}\n${remedy}`);
    this.name = "Refusal";
  }
}

/** What the plugins refuse is said in words. */
async function inWords<T>(platform: Platform, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { message, remedy } = describeFailure(error, platform.texts, "zh-CN", "").answer;
    throw new Refused(message, remedy);
  }
}

interface Opening {
  /** The tables stay as they are. */
  readonly onlyLooks?: boolean;
  /** Refuses to found a house where none is. */
  readonly mustStand?: boolean;
}

/** Opens the data with its plugins; refusals are said in words. Waits for every write before it closes. */
export const withPlatform = <T>(work: (house: House & { readonly platform: Platform }) => Promise<T>, { onlyLooks, mustStand }: Opening = {}): Promise<T> =>
  withHouse(async (house) => {
    const platform = await openPlatform({ ...house, onlyLooks: onlyLooks ?? false });
    try {
      return await inWords(platform, () => work({ ...house, platform }));
    } finally {
      await platform.lane.close();
    }
  }, mustStand);

interface RunOptions extends Opening {
  readonly tell?: TellProgress;
}

/** Runs a command of the house through the running server or, where none runs, on the data itself. */
export async function runInHouse<I, R>(command: HouseCommand<I, R>, input: I, { tell = () => undefined, ...opening }: RunOptions = {}): Promise<R> {
  const there = await runThere(readEnvironment(process.env, process.cwd()).data, { house: command.name, input }, tell);
  return there ? (there.result as R) : withPlatform((house) => command.run(house, input, tell), opening);
}
