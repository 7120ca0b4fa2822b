import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { failures } from "@lianxin/server-kit";
import type { FileKind } from "../load-files/directory-desk.js";

/** What the package of the example community exports. */
export interface Example {
  readonly community: { readonly name: string; readonly secretary: string; readonly phone: string };
  readonly communityFiles: readonly { readonly name: string; readonly kind: FileKind }[];
  readCommunityFile(file: { readonly name: string; readonly kind: FileKind }): Promise<Uint8Array>;
}

const example = "@lianxin/guangming-community";

/** Finds the example community by its package, from where this one is installed. Throws exampleMissing. */
export async function getExample(from: string = import.meta.url, name: string = example): Promise<Example> {
  const { resolve } = createRequire(from);
  try {
    resolve(`${name}/package.json`);
  } catch {
    throw failures.exampleMissing();
  }
  return (await import(from === import.meta.url ? name : pathToFileURL(resolve(name)).href)) as Example;
}
