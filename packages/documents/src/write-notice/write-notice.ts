import type { PosterPaper } from "../print-sheets/write-poster.js";

/**
 * The notice of a meeting (会议公告) as the bytes of a .docx file, for those who change it before they print: one A4 page in large print, the
 * space for the seal left empty at the lower right. `stamp` is when it was written, UTC ISO text.
 */
export async function writeNotice(paper: PosterPaper, stamp: string): Promise<Uint8Array> {
  const [{ layOutNotice }, { packDocument }] = await Promise.all([import("./notice-layout.js"), import("../write-minutes/pack-document.js")]);
  return packDocument(layOutNotice(paper), `会议公告 ${paper.body}`, stamp);
}
