import { join } from "node:path";
import { backUp, clearHouse, failures, type Environment, type Platform } from "@lianxin/server-kit";
import type { DirectoryDesk } from "../load-files/directory-desk.js";
import { exampleSetting, findExampleMark } from "./mark-example.js";

export interface ClearedExample {
  /** File name of the copy made before, in the data folder; null on PostgreSQL, whose own tools make copies. */
  readonly copy: string | null;
}

async function keepCopy(environment: Environment, now: string): Promise<string | null> {
  if (environment.databaseUrl) return null;
  const name = `before-clearing-${now.replace(/\W/g, "")}.sqlite`;
  await backUp(environment, join(environment.data, name));
  return name;
}

/**
 * Takes the example out, with everything that was done in it, and leaves the community's name and the asking administrator's account as they were
 * after the set-up. A copy is kept first. Throws exampleNotHere where the example did not come in, so that real data cannot be cleared this way.
 */
export async function clearExample(platform: Platform, environment: Environment, { actor, read }: DirectoryDesk): Promise<ClearedExample> {
  const personId = actor?.personId;
  if (!actor || !personId || !(await findExampleMark(platform))) throw failures.exampleNotHere();
  const [community, names] = await read(async ({ settings, others }) => [await settings.find(), await others.namesOf([personId])] as const);
  const copy = await keepCopy(environment, platform.ports.clock.now());
  await clearHouse(platform, { accountId: actor.accountId, name: names.get(personId)!, community: community!.communityName }, [exampleSetting]);
  return { copy };
}
