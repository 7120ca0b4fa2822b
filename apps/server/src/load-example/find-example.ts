import { createRequire } from "node:module";
import { failures } from "@lianxin/server-kit";
import type { FileKind } from "../load-files/directory-desk.js";

/** Somebody by the name of a file, and what tells them from a namesake. */
export interface NamedPerson {
  readonly name: string;
  readonly distinction?: string;
}
interface StoryParty {
  readonly name: string;
  readonly organization?: string;
  readonly isNeeded?: boolean;
  readonly seats: readonly (NamedPerson & { readonly kind: "voting" | "non_voting" })[];
}
interface StoryMatter {
  readonly title: string;
  readonly detail: string;
  readonly wish: string;
  readonly place: string;
  readonly spot: string;
  readonly reporter: NamedPerson;
  readonly enteredBy: NamedPerson;
  readonly screenedBy: NamedPerson;
  readonly answers: Readonly<Record<string, boolean>>;
}

/** What the package of the example community exports. */
export interface Example {
  readonly community: { readonly name: string; readonly secretary: string; readonly phone: string };
  readonly communityFiles: readonly { readonly name: string; readonly kind: FileKind }[];
  readonly storyBody: { readonly name: string; readonly template: string; readonly heldThisYear: number; readonly parties: readonly StoryParty[] };
  readonly storyMatter: StoryMatter;
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
