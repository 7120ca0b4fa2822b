import type { MinutesPaper } from "./minutes-paper.js";
import { layOutOfficial } from "./official-layout.js";
import { packDocument } from "./pack-document.js";
import { layOutPlain } from "./plain-layout.js";

/**
 * The minutes of a meeting as the bytes of a .docx file, in the plain or the official layout. Every decision is printed with its lead, owner and
 * due date, every motion with its exact tally. Nothing is looked up or left out: what the paper holds is what is printed.
 */
export async function writeMinutes(paper: MinutesPaper): Promise<Uint8Array> {
  const document = paper.layout === "gbt9704" ? layOutOfficial(paper) : layOutPlain(paper);
  return packDocument(document, `${paper.title}${paper.number}`, paper.stamp);
}
