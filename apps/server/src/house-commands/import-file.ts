import { failures, type HouseCommand } from "@lianxin/server-kit";
import { findKind } from "../load-files/choose-kind.js";
import { openDesk, type CellRemark, type Counts, type DirectoryDesk, type FileKind } from "../load-files/directory-desk.js";
import { loadFile, previewFile } from "../load-files/load-file.js";

export interface FileToImport {
  readonly name: string;
  /** In base 64. */
  readonly bytes: string;
  /** Where it is not said, the headings tell. */
  readonly kind?: FileKind | undefined;
  readonly dryRun?: boolean | undefined;
}
export interface ImportedFile extends Counts {
  readonly file: string;
  readonly kind: FileKind;
  readonly problems: readonly CellRemark[];
}

async function getPlace(desk: DirectoryDesk): Promise<string> {
  const setting = await desk.read(({ settings }) => settings.find());
  if (!setting) throw failures.noCommunityYet();
  return setting.placeId;
}

/** Brings one file into the directory, or says what would come of it. Throws noCommunityYet, fileKindUnknown and what the importer throws. */
export const importFile: HouseCommand<FileToImport, ImportedFile> = {
  name: "import",
  async run({ platform }, { name, bytes, kind: said, dryRun }, tell) {
    const desk = openDesk(platform);
    const [placeId, file] = [await getPlace(desk), { name, bytes: Buffer.from(bytes, "base64") }];
    const kind = said ?? (await findKind(desk, { placeId, file }));
    if (!kind) throw failures.fileKindUnknown({ name });
    const request = { kind, placeId, file };
    const { added, changed, same, problems } = dryRun ? await previewFile(desk, request) : await loadFile(desk, request, (done, of) => tell(name, done, of));
    return { file: name, kind, added, changed, same, problems };
  },
};
