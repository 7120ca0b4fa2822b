import { readAttribute, scanXml } from "./scan-xml.js";

/** How a style shows its number. */
export type NumberShape = { readonly kind: "plain" } | { readonly kind: "date" } | { readonly kind: "padded"; readonly digits: number };

const plain: NumberShape = { kind: "plain" };
// ECMA-376 §18.8.30: the numbered formats that show dates and times, the Chinese ones included.
const isBuiltInDate = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** For each cell style (`s` of a cell) how its numbers are shown. */
export function readStyles(xml: string): NumberShape[] {
  const codes = new Map<number, string>();
  const shapes: NumberShape[] = [];
  let isCellStyle = false;
  const open = (name: string, attributes: string) => {
    if (name === "numFmt") codes.set(Number(readAttribute(attributes, "numFmtId")), readAttribute(attributes, "formatCode") ?? "");
    if (name === "cellXfs") isCellStyle = true;
    if (name === "xf" && isCellStyle) shapes.push(shapeOf(Number(readAttribute(attributes, "numFmtId") ?? 0), codes));
  };
  const close = (name: string) => {
    if (name === "cellXfs") isCellStyle = false;
  };
  scanXml(xml, { open, close, text: () => undefined });
  return shapes;
}

function shapeOf(id: number, codes: ReadonlyMap<number, string>): NumberShape {
  const code = codes.get(id);
  if (code === undefined) return isBuiltInDate(id) ? { kind: "date" } : plain;
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").split(";")[0] ?? "";
  if (/^0{2,}$/.test(bare)) return { kind: "padded", digits: bare.length };
  return /[ymdhs年月日]/i.test(bare) && !/[0#?]/.test(bare.replace(/s\.0+/i, "")) ? { kind: "date" } : plain;
}
