import { writeAnnotated, writeEmptySheet, type ColumnSet, type Language } from "@lianxin/documents";
import { errors } from "../errors.js";
import type { DirectoryContext } from "../plugin.js";
import type { ImportKindName } from "./import-kinds.js";
import type { LineProblem } from "./import-plan.js";
import { planLines } from "./import-lines.js";
import { kinds } from "./kinds/kinds.js";
import { toText, type TextLine } from "./line-values.js";
import { readUpload, type CellRemark, type Mapping, type MendCell, type Mended, type ReadFile } from "./read-upload.js";
import { countDeeds, type Counts } from "./store-plan.js";

export interface PreviewRequest {
  readonly kind: ImportKindName;
  readonly placeId: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly mapping: Mapping;
  readonly mended: Mended;
  readonly language: Language;
}
/** What keeps a line out, the cell to mend it in, and texts that would. */
export interface Problem extends CellRemark {
  readonly mend: MendCell;
  readonly proposals: readonly { readonly text: string; readonly label: string }[];
}
export interface Preview extends Counts {
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly fields: readonly {
    readonly field: string;
    readonly header: string;
    readonly isRequired: boolean;
    readonly heading: string | null;
    readonly samples: readonly string[];
  }[];
  /** Lines that can be brought in as they are. */
  readonly ready: readonly TextLine[];
  /** Lines that are left out unless they are mended, with all their cells. */
  readonly refused: readonly TextLine[];
  readonly problems: readonly Problem[];
  readonly corrections: readonly CellRemark[];
  readonly skipped: number;
}

const tellAt = ({ text }: DirectoryContext, file: ReadFile, { line, field, text: key, params }: LineProblem): CellRemark => {
  const address = file.addressOf(field, line);
  const reason = text(`directory.import.${key}`, params);
  return { address, line, field, code: key, text: text("directory.import.at", { line, column: address.replace(/\d+$/, ""), reason }) };
};

/** What is wrong with a line, where it is mended, and what could be put there. */
function tellProblem(ctx: DirectoryContext, kind: ImportKindName, file: ReadFile, problem: LineProblem): Problem {
  const { field = problem.field, proposals = [] } = problem.mending ?? {};
  const { heading, ...cell } = file.mendAt(field, problem.line);
  const columns: ColumnSet = kinds[kind].columns;
  return {
    ...tellAt(ctx, file, problem),
    mend: { ...cell, heading: heading && { ...heading, text: columns[field]!.header } },
    proposals: proposals.map(({ text, label, params }) => ({ text, label: ctx.text(`directory.import.${label}`, params) })),
  };
}

/** What could not be read is mended in its own cell. */
const ownCell = (remark: CellRemark): Problem => ({ ...remark, mend: { field: remark.field, address: remark.address, heading: null }, proposals: [] });

/** What stands in the file's own cells of a line, by field: as it was typed, whether or not it could be read. */
function typedIn({ grid, table }: ReadFile): (line: number) => Record<string, string> {
  const rows = new Map(grid.rows.map(({ number, cells }) => [number, new Map(cells.map(({ column, text }) => [column, text]))]));
  return (line) =>
    Object.fromEntries(
      [...table.header.columns].flatMap(([field, column]) => {
        const typed = rows.get(line)?.get(column);
        return typed === undefined ? [] : [[field, typed]];
      }),
    );
}

function fieldsOf(kind: ImportKindName, file: ReadFile): Preview["fields"] {
  const { header, rows } = file.table;
  const typedAt = typedIn(file);
  const columns: ColumnSet = kinds[kind].columns;
  const named = Object.entries(columns).filter(([, column]) => !column.isRowNumber);
  const titles = new Map([...header.columns].map(([field, column]) => [field, file.headingAt(column)]));
  return named.map(([field, column]) => ({
    field,
    header: column.header,
    isRequired: column.isRequired ?? false,
    heading: titles.get(field) ?? null,
    samples: rows.slice(0, 3).map((row) => typedAt(row.row)[field] ?? ""),
  }));
}

/** The file as it was read, and what was found in it; writes nothing. Throws fileUnreadable, fileEmpty, placeUnknown. */
async function lookAt(ctx: DirectoryContext, { kind, placeId, file, ...how }: PreviewRequest): Promise<{ readonly read: ReadFile; readonly preview: Preview }> {
  const read = await readUpload(file, kinds[kind].columns, how);
  const { rows, skipped } = read.table;
  if (rows.length === 0) throw errors.fileEmpty({}, "body.file");
  const isHeaderSound = read.table.header.problems.length === 0;
  const sound = isHeaderSound ? rows.filter((row) => row.isSound).map((row) => toText(row.row, row.values)) : [];
  const plan = await planLines(ctx, kind, placeId, sound);
  const wrong = new Set(plan.problems.map((p) => p.line));
  const ready = sound.filter((row) => !wrong.has(row.line));
  const readyLines = new Set(ready.map((row) => row.line));
  // A cell that could not be read is shown as it was typed, so that it is mended and not typed anew.
  const typedAt = typedIn(read);
  const preview: Preview = {
    sheet: read.sheet,
    headings: read.headings,
    fields: fieldsOf(kind, read),
    ready,
    refused: rows
      .filter((row) => !readyLines.has(row.row))
      .map((row) => ({ line: row.row, values: { ...toText(row.row, row.values).values, ...typedAt(row.row) } })),
    problems: [...read.problems.map(ownCell), ...plan.problems.map((p) => tellProblem(ctx, kind, read, p))].sort((a, b) => a.line - b.line),
    corrections: [...read.corrections, ...plan.notes.map((p) => tellAt(ctx, read, p))].sort((a, b) => a.line - b.line),
    skipped: skipped.length,
    ...countDeeds(plan),
  };
  return { read, preview };
}

/** Reads a file and says, line by line, what would come of it; writes nothing. Throws fileUnreadable, fileEmpty, placeUnknown. */
export const previewFile = async (ctx: DirectoryContext, request: PreviewRequest): Promise<Preview> => (await lookAt(ctx, request)).preview;

/** The same file as .xlsx with what was found written on its cells, to be mended at the desk and put in again. Throws as previewFile. */
export async function annotateFile(ctx: DirectoryContext, request: PreviewRequest): Promise<Uint8Array> {
  const { read, preview } = await lookAt(ctx, request);
  const told = (remarks: readonly CellRemark[]) => remarks.map(({ address, line, text }) => ({ address, row: line, text }));
  return writeAnnotated({
    grid: read.grid,
    problems: told(preview.problems),
    corrections: told(preview.corrections),
    language: request.language,
    stamp: ctx.clock.now(),
  });
}

/** An empty .xlsx with the headings of a kind of file and how each is filled in. */
export async function emptyFile(ctx: DirectoryContext, kind: ImportKindName): Promise<{ readonly file: string; readonly body: Uint8Array }> {
  const title = ctx.text(`directory.kind.${kind}`, {}, "zh-CN");
  return { file: `空表-${title}.xlsx`, body: await writeEmptySheet({ title, columns: kinds[kind].columns, stamp: ctx.clock.now() }) };
}
