import { join } from "node:path";
import type { Classified } from "@lianxin/plugin-kit";
import { backUp, clearHouse, failures, fenced, keyStoreOf, type Environment, type Platform } from "@lianxin/server-kit";
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

interface Channel {
  readonly kind: string;
  readonly address: Classified<string>;
  readonly isConfirmed: boolean;
}

/** Telephone and mail of a person as they were given: their keys go with the example, so they are opened before. */
async function addressesOf({ database, sealer }: Platform, channels: readonly Channel[]) {
  const kept = channels.filter(({ isConfirmed }) => isConfirmed);
  const opened = await sealer.openMany(
    kept.map(({ address }) => address),
    keyStoreOf(fenced(database.root, database.kitFence)),
  );
  return kept.flatMap(({ kind }, index) =>
    opened[index] === undefined ? [] : [{ kind: kind === "mail" ? ("mail" as const) : ("phone" as const), address: opened[index] }],
  );
}

/**
 * Takes the example out, with everything that was done in it, and leaves the community's name and the asking administrator with account, telephone and mail
 * as they were after the set-up. A copy is kept first. Throws exampleNotHere where the example did not come in, so that real data cannot be cleared this way.
 */
export async function clearExample(platform: Platform, environment: Environment, { actor, read }: DirectoryDesk): Promise<ClearedExample> {
  const personId = actor?.personId;
  if (!actor || !personId || !(await findExampleMark(platform))) throw failures.exampleNotHere();
  const [community, names, channels] = await read(
    async ({ settings, others, channels }) => [await settings.find(), await others.namesOf([personId]), await channels.of(personId)] as const,
  );
  const addresses = await addressesOf(platform, channels);
  const copy = await keepCopy(environment, platform.ports.clock.now());
  await clearHouse(platform, { accountId: actor.accountId, name: names.get(personId)!, community: community!.communityName, addresses }, [exampleSetting]);
  return { copy };
}
