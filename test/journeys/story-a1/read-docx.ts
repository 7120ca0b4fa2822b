import { readFile } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";
import type { Page } from "playwright-core";

/** One entry of a zip archive, found in its central directory. */
function readEntry(archive: Buffer, name: string): string {
  const listed = archive.lastIndexOf(name) - 46;
  const [packed, local] = [archive.readUInt32LE(listed + 20), archive.readUInt32LE(listed + 42)];
  const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  return inflateRawSync(archive.subarray(begin, begin + packed)).toString("utf8");
}

/** Downloads a document by its link and gives its words. */
export async function downloadWords(page: Page, link: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link, exact: true }).click()]);
  const xml = readEntry(await readFile(await download.path()), "word/document.xml");
  return xml
    .replace(/<[^>]+>/g, "")
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
}
