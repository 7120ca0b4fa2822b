/** What the scanner tells, in document order. Names come without their prefix. */
export interface XmlVisitor {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

const tag = /<(\/?)(?:[\w.-]+:)?([\w.-]+)([^<>"']*(?:(?:"[^"<]*"|'[^'<]*')[^<>"']*)*)>/y;
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Walks the tags and texts of an XML part of a spreadsheet, once, in linear time. There are no entities but the five of XML itself and numbered
 * characters: a document type is refused by the caller before. Throws a plain Error at what is not XML.
 */
export function scanXml(xml: string, visitor: XmlVisitor): void {
  let at = 0;
  for (let open = xml.indexOf("<"); open >= 0; open = xml.indexOf("<", at)) {
    if (open > at) visitor.text(decodeEntities(xml.slice(at, open)));
    at = skipSpecial(xml, open, visitor) ?? readTag(xml, open, visitor);
  }
}

const attributeRules = new Map<string, RegExp>();

/** The value of an attribute, whatever prefix its name has; undefined when it is not there. */
export function readAttribute(attributes: string, name: string): string | undefined {
  const rule = attributeRules.get(name) ?? new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  attributeRules.set(name, rule);
  const found = rule.exec(attributes);
  return found ? decodeEntities(found[1] ?? found[2] ?? "") : undefined;
}

function skipSpecial(xml: string, open: number, visitor: XmlVisitor): number | undefined {
  if (xml.startsWith("<?", open)) return endOf(xml, "?>", open);
  if (xml.startsWith("<!--", open)) return endOf(xml, "-->", open);
  if (!xml.startsWith("<![CDATA[", open)) return undefined;
  const end = endOf(xml, "]]>", open);
  visitor.text(xml.slice(open + 9, end - 3));
  return end;
}

function readTag(xml: string, open: number, visitor: XmlVisitor): number {
  tag.lastIndex = open;
  const [whole, slash, name = "", attributes = ""] = tag.exec(xml) ?? [];
  if (whole === undefined) throw new Error(`no tag at ${open}`);
  if (slash) visitor.close(name);
  else visitor.open(name, attributes);
  if (!slash && attributes.endsWith("/")) visitor.close(name);
  return open + whole.length;
}

function endOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new Error(`no ${mark}`);
  return at + mark.length;
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
