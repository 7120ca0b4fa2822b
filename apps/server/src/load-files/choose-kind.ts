import { AppError } from "@lianxin/plugin-kit";
import { fileKinds, type DirectoryDesk, type FileKind, type FilePreview, type FileRequest } from "./directory-desk.js";
import { previewFile } from "./load-file.js";

/** How many of a kind's columns a file has; undefined when one that must be there is missing. */
export function countColumns({ fields }: Pick<FilePreview, "fields">): number | undefined {
  return fields.some((f) => f.isRequired && f.heading === null) ? undefined : fields.filter((f) => f.heading !== null).length;
}

/** The kind whose columns a file has most of; undefined when none fits or two fit alike. */
export function chooseKind(counts: ReadonlyMap<FileKind, number>): FileKind | undefined {
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] !== second?.[1] ? first[0] : undefined;
}

/** Tells by its headings what a file holds; undefined when they do not say. Reads the file once for each kind. */
export async function findKind(desk: DirectoryDesk, request: Omit<FileRequest, "kind">): Promise<FileKind | undefined> {
  const counts = new Map<FileKind, number>();
  for (const kind of fileKinds) {
    const preview = await previewFile(desk, { ...request, kind }).catch((error: unknown) => {
      if (error instanceof AppError) return undefined;
      throw error;
    });
    const count = preview && countColumns(preview);
    if (count !== undefined) counts.set(kind, count);
  }
  return chooseKind(counts);
}
