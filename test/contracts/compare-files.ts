import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Paths whose text on disk is missing or another than it should be, in order. */
export const findStale = (root: string, wanted: ReadonlyMap<string, string>): string[] =>
  [...wanted].filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text).map(([path]) => path);
