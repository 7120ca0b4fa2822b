import { chooseSheet, DocumentRefused, readSheetInWorker, readTable, tellRemark, writeAnnotated, type SheetGrid } from "@lianxin/documents";
import { errors } from "../errors.js";
import { mustTakeChildren, type NewChild } from "../keep-children/register-child.js";
import { mustDirect } from "../keep-safe/must-be.js";
import type { ActivitiesContext } from "../plugin.js";
import { childColumns } from "./columns.js";
import { withoutRows } from "./keep-lines.js";

export interface ListFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
/** A line of a list that says whom to write down. */
export interface ListLine {
  readonly line: number;
  readonly child: Omit<NewChild, "via">;
}
/** A line that is not written, why, and what to do. */
export interface RefusedLine {
  readonly line: number;
  readonly problem: string;
  readonly remedy: string;
}
interface ReadLine {
  readonly line: number;
  readonly child: ListLine["child"] | null;
  /** What the file says wrong, cell by cell. */
  readonly problem: string | null;
}
export interface ReadList {
  readonly grid: SheetGrid;
  readonly lines: readonly ReadLine[];
}
/** At most so many lines at a time. */
const mostLines = 2_000;

/** "第 4 行 E 列：空着" → "E 列：空着": the line is told once, before everything that is wrong with it. */
const withoutRow = (remark: string): string => remark.replace(/^第 \d+ 行 /, "").replace(/^Row \d+, /, "");

/** Reads a home's list outside the lane. Throws fileUnreadable. */
export async function readList({ actor }: Pick<ActivitiesContext, "actor">, file: ListFile): Promise<ReadList> {
  try {
    const grid = chooseSheet(await readSheetInWorker(file.bytes, file.name), childColumns);
    if (!grid) throw errors.fileUnreadable({ reason: "" }, "body.file");
    const table = readTable(grid, childColumns);
    if (table.rows.length > mostLines) throw errors.fileUnreadable({ reason: `> ${mostLines}` }, "body.file");
    const lines = table.rows.map(({ row, values, isSound }) => {
      const wrong = table.problems.filter((problem) => problem.row === row).map((problem) => withoutRow(tellRemark(problem, actor.language)));
      return { line: row, child: isSound ? childOf(values) : null, problem: wrong.join("；") || null };
    });
    return { grid, lines };
  } catch (error) {
    if (error instanceof DocumentRefused) throw errors.fileUnreadable({ reason: error.textIn(actor.language) }, "body.file");
    throw error;
  }
}

type Values = ReturnType<typeof readTable<typeof childColumns>>["rows"][number]["values"];
const childOf = (v: Values): ListLine["child"] => ({
  ...{ name: v.name!, bornIn: v.bornIn!, isGirl: v.sex === "girl" },
  ...(v.grade && { grade: v.grade }),
  ...(v.gridName && { gridName: v.gridName }),
  ...(v.health && { health: v.health }),
  guardian: { name: v.guardianName!, phone: v.guardianPhone!, relation: v.relation! },
  consents: { data: v.data ?? false, participation: v.participation ?? false, photo: v.photo ?? false, health: v.healthAgreed ?? false },
  textVersion: v.textVersion ?? "",
  givenOn: v.givenOn?.toString() ?? "",
  collectors: [
    { name: v.collector, relation: v.collectorRelation, phone: v.collectorPhone },
    { name: v.collector2, relation: v.collector2Relation, phone: v.collector2Phone },
  ].flatMap(({ name, relation, phone }) => (name ? [{ name, relation: relation ?? "", ...(phone && { phone }) }] : [])),
});

/** What would come of a list: the lines to be written, and those that cannot be. Throws directorOnly, homeClosed. O(lines). */
export async function judgeList(ctx: ActivitiesContext, homeId: string, { lines }: ReadList): Promise<{ lines: ListLine[]; refused: RefusedLine[] }> {
  await mustDirect(ctx, homeId);
  await mustTakeChildren(ctx, homeId);
  const [ready, refused]: [ListLine[], RefusedLine[]] = [[], []];
  const refuse = (line: number, problem: string) =>
    refused.push({
      line,
      problem: ctx.text("children-activities.error.lineWrong", { problem }),
      remedy: ctx.text("children-activities.error.lineWrong.remedy"),
    });
  for (const { line, child, problem } of lines)
    if (!child) refuse(line, problem ?? "");
    else if (child.collectors.some(({ relation }) => relation === "")) refuse(line, ctx.text("children-activities.import.relation"));
    else ready.push({ line, child });
  return { lines: ready, refused };
}

/**
 * The file's lines that were refused, with why written on them, to be mended and brought in again: what came in is not on it, as each of these lines would be refused as a child who is there already.
 * Throws directorOnly. O(cells).
 */
export async function annotateList(ctx: ActivitiesContext, homeId: string, { grid, lines }: ReadList, refused: readonly RefusedLine[]): Promise<Uint8Array> {
  await mustDirect(ctx, homeId);
  const wrong = new Set(refused.map(({ line }) => line));
  const cameIn = refused.length === 0 ? [] : lines.filter(({ line }) => !wrong.has(line)).map(({ line }) => line);
  const left = withoutRows(grid, new Set(cameIn));
  const problems = refused.map(({ line, problem, remedy }) => {
    const row = left.rowOf(line);
    return { address: `A${row}`, row, text: `${problem}。${remedy}` };
  });
  return writeAnnotated({ grid: left.grid, problems, language: ctx.actor.language, stamp: ctx.clock.now() });
}
