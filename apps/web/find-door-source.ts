import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const parents = ["plugins", "packages/engine", "examples"];
const foldersOf = (parent: string): readonly string[] => (existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name)) : []);

/** The id of the door that a folder was last built to. */
function idIn(folder: string): string | undefined {
  const file = join(folder, "dist/web/door.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { readonly id: string }).id : undefined;
}

/** Where the source of a door is, when its plugin lives in this repository. */
export const findDoorSource = (repository: string, id: string): string | undefined =>
  parents
    .flatMap((parent) => foldersOf(join(repository, parent)))
    .filter((folder) => idIn(folder) === id)
    .map((folder) => join(folder, "src/web.tsx"))
    .find((file) => existsSync(file));
