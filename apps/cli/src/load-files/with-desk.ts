import { openDesk, type DirectoryDesk } from "@lianxin/server";
import { AppError } from "@lianxin/plugin-kit";
import { describeFailure, openPlatform, type Platform } from "@lianxin/server-kit";
import { withHouse, type House } from "../open-here.js";

/** A refusal in words, for the end of a command. */
class Refused extends Error {
  constructor(message: string, remedy: string) {
    super(`${message}\n${remedy}`);
    this.name = "Refusal";
  }
}

/** What the plugins refuse is said in words. */
export async function inWords<T>(platform: Platform, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { message, remedy } = describeFailure(error, platform.texts, "zh-CN", "").answer;
    throw new Refused(message, remedy);
  }
}

/** Opens the data with its plugins and the directory's desk; what the plugins refuse is said in words. Waits for every write before it closes. */
export const withDesk = <T>(work: (desk: DirectoryDesk, house: House & { readonly platform: Platform }) => Promise<T>): Promise<T> =>
  withHouse(async (house) => {
    const platform = await openPlatform(house);
    try {
      return await inWords(platform, () => work(openDesk(platform), { ...house, platform }));
    } finally {
      await platform.lane.close();
    }
  });
