import { Packer, type Document } from "docx";

// What a program may take when it has not the font of the name before: the fonts of official papers may not be given away with software.
const substitutes: Readonly<Record<string, string>> = {
  方正小标宋简体: "华文中宋,宋体,SimSun,Noto Serif CJK SC,Songti SC",
  仿宋_GB2312: "仿宋,FangSong,华文仿宋,Zhuque Fangsong,Noto Serif CJK SC",
  楷体_GB2312: "楷体,KaiTi,华文楷体,LXGW WenKai,Noto Serif CJK SC",
  黑体: "SimHei,Heiti SC,Noto Sans CJK SC",
  宋体: "SimSun,Songti SC,Noto Serif CJK SC",
};

const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(
  substitutes,
)
  .map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join("")}</w:fonts>`;

function coreProperties(title: string, stamp: string): string {
  const escaped = title.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? sign);
  const at = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${new Date(stamp).toISOString().slice(0, 19)}Z</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped}</dc:title><dc:creator>莲心</dc:creator>${at("created")}${at("modified")}</cp:coreProperties>`;
}

/** The bytes of a .docx file, its fonts with their substitutes, its dates from the stamp and not from the machine. */
export async function packDocument(document: Document, title: string, stamp: string): Promise<Uint8Array> {
  const parts = [
    { path: "word/fontTable.xml", data: fontTable },
    { path: "docProps/core.xml", data: coreProperties(title, stamp) },
  ];
  return new Uint8Array(await Packer.toBuffer(document, undefined, parts));
}
