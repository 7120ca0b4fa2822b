import { constants, crc32, deflateRawSync } from "node:zlib";

/** A file to pack; `declaredSize` lies about its size. */
export interface PackedFile {
  readonly name: string;
  readonly content: string | Buffer;
  readonly declaredSize?: number;
  /** Content already packed by `packRepeated`. */
  readonly packed?: { data: Buffer; size: number };
}

/** A zip archive for tests, honest or not. */
export function anArchive(files: readonly PackedFile[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const { header, data } = describe(file);
    const name = Buffer.from(file.name);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), header, name, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), header, tail, name]));
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...locals, listed, endRecord(files.length, listed.length, offset)]);
}

/** `times` copies of a text packed without ever holding them all: what a bomb is made of. */
export function packRepeated(text: string, times: number, before = "", after = ""): { data: Buffer; size: number } {
  const pack = (part: string) => deflateRawSync(part, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const block = pack(text);
  return {
    data: Buffer.concat([pack(before), ...Array.from({ length: times }, () => block), pack(after), Buffer.from([3, 0])]),
    size: before.length + text.length * times + after.length,
  };
}

function describe({ name, content, declaredSize, packed }: PackedFile): { header: Buffer; data: Buffer } {
  const bytes = Buffer.from(content);
  const data = packed?.data ?? deflateRawSync(bytes);
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(8, 4);
  header.writeUInt32LE(crc32(bytes), 10);
  header.writeUInt32LE(data.length, 14);
  header.writeUInt32LE(declaredSize ?? packed?.size ?? bytes.length, 18);
  header.writeUInt16LE(Buffer.byteLength(name), 22);
  return { header, data };
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The smallest .xlsx around the XML of one sheet's inside. */
export function aWorkbook(sheet: string, more: readonly PackedFile[] = []): Buffer {
  return anArchive([...workbookParts(), { name: "xl/worksheets/sheet1.xml", content: `<worksheet ${main}>${sheet}</worksheet>` }, ...more]);
}

/** The parts around a sheet, for archives that pack it in their own way. */
export function workbookParts(): PackedFile[] {
  const workbook = `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const links = `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;
  return [
    { name: "xl/workbook.xml", content: workbook },
    { name: "xl/_rels/workbook.xml.rels", content: links },
  ];
}
