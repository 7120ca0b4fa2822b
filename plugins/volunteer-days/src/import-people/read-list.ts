import { chooseSheet, DocumentRefused, readSheetInWorker, readTable, tellRemark, type ColumnSet, type ValuesOf } from "@lianxin/documents";
import { AppError } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";

export interface ListLine<V> {
  /** As the file counts its rows. */
  readonly line: number;
  /** What the row says; an Error names the first cell that cannot be read. */
  readonly values: V | Error;
}
export interface RefusedLine {
  readonly line: number;
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
    return table.rows.map(({ row: line, values, isSound }) => {
      const wrong = table.problems.filter(({ row }) => row === line).map((problem) => tellRemark(problem, actor.language))[0];
      return { line, values: isSound ? values : errors.lineWrong({ problem: wrong ?? "" }) };
    });
  } catch (error) {
    if (error instanceof DocumentRefused) throw errors.fileUnreadable({ reason: error.textIn(actor.language) }, "body.file");
    throw error;
  }
}

/** Why a line was not taken, in the reader's language; what is no refusal of this plugin is thrown on. */
export function refusedLine({ text }: Pick<VolunteerDaysContext, "text">, line: number, error: unknown): RefusedLine {
  if (!(error instanceof AppError) || !error.code.startsWith("volunteer-days.")) throw error;
  const key = error.code.replace("volunteer-days.", "volunteer-days.error.");
  return { line, problem: text(key, error.params), remedy: text(`${key}.remedy`, error.params) };
}
