import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readParts } from "../read-sheet/read-parts.js";
import { usualLimits } from "../read-sheet/sheet-grid.js";
import { readZipDirectory } from "../read-sheet/zip-directory.js";

/** Whether LibreOffice is on this machine; its tests are skipped by name where it is not. */
export const hasOffice = spawnSync("soffice", ["--version"], { timeout: 60_000 }).status === 0;

/** Each file opened by LibreOffice and written again in another or the same format: what it understood, as bytes by name. */
export function reopen(files: Readonly<Record<string, Uint8Array>>, to: "docx" | "xlsx" | "pdf"): Record<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "lianxin-office-"));
  try {
    mkdirSync(join(folder, "out"));
    const names = Object.keys(files);
    for (const name of names) writeFileSync(join(folder, name), files[name]!);
    const place = [`-env:UserInstallation=file://${join(folder, "profile")}`, "--headless", "--convert-to", to, "--outdir", join(folder, "out")];
    execFileSync("soffice", [...place, ...names.map((name) => join(folder, name))], { timeout: 240_000, stdio: "ignore" });
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, "out", name.replace(/\.\w+$/, `.${to}`)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function partOf(file: Uint8Array, name: string): string {
  const bytes = Buffer.from(file);
  return readParts(bytes, readZipDirectory(bytes, name, usualLimits), name)(name) ?? "";
}

const decode = (text: string): string =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, "&");
const textOf = (xml: string): string => decode([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""));

/** Paragraphs, tables (rows of cells) and margins in millimetres of a .docx. */
export function readDocument(file: Uint8Array) {
  const xml = partOf(file, "word/document.xml");
  const paragraphs = [...xml.matchAll(/<w:p(?: [^>]*)?>.*?<\/w:p>/gs)].map(([paragraph]) => textOf(paragraph));
  const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr(?: [^>]*)?>.*?<\/w:tr>/gs)].map(([row]) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell))),
  );
  const margin = (side: string) => Math.round((Number(new RegExp(`<w:pgMar[^>]* w:${side}="(\\d+)"`).exec(xml)?.[1]) * 25.4) / 1440);
  const [top, right, bottom, left] = ["top", "right", "bottom", "left"].map(margin);
  const [, width, height] = /<w:pgSz[^>]* w:w="(\d+)" w:h="(\d+)"/.exec(xml) ?? [];
  const size = [width, height].map((twips) => Math.round((Number(twips) * 25.4) / 1440));
  return { paragraphs, tables, margins: { top, right, bottom, left }, size };
}
