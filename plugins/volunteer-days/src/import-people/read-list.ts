import { chooseSheet, columnLetters, DocumentRefused, readSheetInWorker, readTable, tellRemark, type ColumnSet, type ValuesOf } from "@lianxin/documents";
import { AppError } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";

export interface ListLine<V> {
  /** As the file counts its rows. */
  readonly line: number;
  /** What the row says; undefined when a cell of it cannot be read. */
  readonly values: V | undefined;
  /** Each cell that cannot be read, with its place, in the reader's language. */
  readonly problems: readonly string[];
  /** The letters of the column a field stands in: "C" of `siteName`. */
  readonly columns: ReadonlyMap<string, string>;
}
export interface RefusedLine {
  readonly line: number;
  /** Begins with the row, and the column where one is to blame. */
  readonly problem: string;
  readonly remedy: string;
}
const mostLines = 1_000;

/** Reads a list of people outside the lane. Throws fileUnreadable. O(cells). */
export async function readList<C extends ColumnSet>(
  { actor }: Pick<VolunteerDaysContext, "actor">,
  columns: C,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<readonly ListLine<ValuesOf<C>>[]> {
  try {
    const sheet = chooseSheet(await readSheetInWorker(file.bytes, file.name), columns);
    if (!sheet) throw errors.fileUnreadable({ reason: "" }, "body.file");
    const table = readTable(sheet, columns);
    if (table.rows.length > mostLines) throw errors.fileUnreadable({ reason: `> ${mostLines}` }, "body.file");
    const places = new Map([...table.header.columns].map(([field, column]) => [field, columnLetters(column)]));
    return table.rows.map(({ row: line, values, isSound }) => {
      const problems = table.problems.filter(({ row }) => row === line).map((problem) => tellRemark(problem, actor.language));
      return { line, values: isSound ? values : undefined, problems, columns: places };
    });
  } catch (error) {
    if (error instanceof DocumentRefused) throw errors.fileUnreadable({ reason: error.textIn(actor.language) }, "body.file");
    throw error;
  }
}

type Teller = Pick<VolunteerDaysContext, "text">;

/** The cells of a line that cannot be read. */
export const unreadable = ({ text }: Teller, { line, problems }: ListLine<unknown>): RefusedLine[] =>
  problems.map((problem) => ({ line, problem, remedy: text("volunteer-days.import.mend") }));

/** What a page says to tick is a row or a cell of a list. */
const inLists: Readonly<Record<string, string>> = {
  companyNeeded: "volunteer-days.import.companyNeeded",
  companyUnseen: "volunteer-days.import.companyNeeded",
  guardianNeeded: "volunteer-days.import.guardianNeeded",
};

/** Why a line is not taken, by its cell where one is to blame, in the reader's language; what is no refusal of this plugin is thrown on. */
export function refusedLine({ text }: Teller, { line, columns }: ListLine<unknown>, error: unknown): RefusedLine {
  if (!(error instanceof AppError) || !error.code.startsWith("volunteer-days.")) throw error;
  const code = error.code.replace("volunteer-days.", "");
  const key = `volunteer-days.error.${code}`;
  const column = columns.get(error.field?.replace("body.", "") ?? "");
  const place = column ? text("volunteer-days.import.atCell", { line, column }) : text("volunteer-days.import.atLine", { line });
  return { line, problem: `${place}${text(key, error.params)}`, remedy: text(inLists[code] ?? `${key}.remedy`, error.params) };
}
