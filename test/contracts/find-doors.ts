import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerPart } from "@lianxin/plugin-kit";

export interface FoundPlugin {
  /** From the root of the repository, "packages/engine/directory". */
  readonly folder: string;
  readonly part: ServerPart;
}
const homes = ["packages/engine", "plugins", "examples"];

/** Every plugin of this repository that has a server door, enabled or not, by folder. */
export async function findPlugins(root: string): Promise<FoundPlugin[]> {
  const folders = homes.filter((home) => existsSync(join(root, home))).flatMap((home) => readdirSync(join(root, home)).map((name) => `${home}/${name}`));
  const withDoor = folders.filter((folder) => existsSync(join(root, folder, "src/server.ts"))).sort();
  return Promise.all(
    withDoor.map(async (folder) => {
      const door = (await import(pathToFileURL(join(root, folder, "src/server.ts")).href)) as { default: ServerPart };
      return { folder, part: door.default };
    }),
  );
}
