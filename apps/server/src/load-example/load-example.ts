import { failures, scopeBelow, type Platform } from "@lianxin/server-kit";
import type { Counts, DirectoryDesk } from "../load-files/directory-desk.js";
import { loadFile } from "../load-files/load-file.js";
import type { Example } from "./find-example.js";
import { markExample } from "./mark-example.js";

export interface LoadedExample extends Counts {
  readonly files: number;
  /** Lines that stayed out, as sentences with the file's name. */
  readonly problems: readonly string[];
}
/** Called as lines are brought in: the file, and how far it is. */
export type ExampleProgress = (file: string, done: number, of: number) => void;

/** The place the example goes to: the community's own. Throws exampleTooLate when the directory holds more than its first person. */
export async function getEmptyPlace({ read }: DirectoryDesk): Promise<string> {
  return read(async ({ settings, people }) => {
    const setting = await settings.find();
    if (!setting || (await people.list(scopeBelow(setting.placePath), {})).length > 1) throw failures.exampleTooLate();
    return setting.placeId;
  });
}

/** Brings all files of the example in, in their order, through the importer, and notes first that it came. Throws exampleTooLate. */
export async function loadExample(
  platform: Platform,
  desk: DirectoryDesk,
  example: Example,
  progress: ExampleProgress = () => undefined,
): Promise<LoadedExample> {
  const placeId = await getEmptyPlace(desk);
  await markExample(platform);
  const [total, problems] = [{ added: 0, changed: 0, same: 0 }, [] as string[]];
  for (const file of example.communityFiles) {
    const request = { kind: file.kind, placeId, file: { name: file.name, bytes: await example.readCommunityFile(file) } };
    const loaded = await loadFile(desk, request, (done, of) => progress(file.name, done, of));
    for (const deed of ["added", "changed", "same"] as const) total[deed] += loaded[deed];
    problems.push(...loaded.problems.map(({ text }) => `${file.name} ${text}`));
  }
  return { files: example.communityFiles.length, problems, ...total };
}
