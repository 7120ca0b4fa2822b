import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder by its name from there, "assets/index.js", sorted. */
export function readFolder(folder: string, below = ""): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(join(folder, below), { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  return new Map(
    entries.flatMap((entry): [string, Buffer][] =>
      entry.isDirectory() ? [...readFolder(folder, `${below}${entry.name}/`)] : [[`${below}${entry.name}`, readFileSync(join(folder, below, entry.name))]],
    ),
  );
}
