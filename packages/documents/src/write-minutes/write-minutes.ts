import type { MinutesPaper } from "./minutes-paper.js";

/**
 * The minutes of a meeting as the bytes of a .docx file, in the plain or the official layout. Every decision is printed with its lead, owner and
 * due date, every motion with its exact tally. Nothing is looked up or left out: what the paper holds is what is printed.
 */
export async function writeMinutes(paper: MinutesPaper): Promise<Uint8Array> {
  const [document, { packDocument }] = await Promise.all([layOut(paper), import("./pack-document.js")]);
  return packDocument(document, `${paper.title}${paper.number}`, paper.stamp);
}

/** The library behind the layouts is loaded with the first paper: a start needs none. */
const layOut = async (paper: MinutesPaper) =>
  paper.layout === "gbt9704" ? (await import("./official-layout.js")).layOutOfficial(paper) : (await import("./plain-layout.js")).layOutPlain(paper);
