import { createRequire } from "node:module";
import { failures } from "@lianxin/server-kit";
import type { FileKind } from "../load-files/directory-desk.js";

/** What the package of the example community exports. */
export interface Example {
  readonly community: { readonly name: string; readonly secretary: string; readonly phone: string };
  readonly communityFiles: readonly { readonly name: string; readonly kind: FileKind }[];
  readCommunityFile(file: { readonly name: string; readonly kind: FileKind }): Promise<Uint8Array>;
}

const example = "@lianxin/guangming-community";

/** Finds the example community by its package. Throws exampleMissing where it is not installed. */
export async function getExample(name: string = example): Promise<Example> {
  try {
    createRequire(import.meta.url).resolve(`${name}/package.json`);
  } catch {
    throw failures.exampleMissing();
  }
  return (await import(name)) as Example;
}
