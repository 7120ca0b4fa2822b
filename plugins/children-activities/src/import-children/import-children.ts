import { chooseSheet, DocumentRefused, readSheetInWorker, readTable, tellRemark } from "@lianxin/documents";
import { AppError } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { mustTakeChildren, registerChild, type NewChild } from "../keep-children/register-child.js";
import { mustDirect } from "../keep-safe/must-be.js";
import type { ActivitiesContext } from "../plugin.js";
import { childColumns } from "./columns.js";

export interface ReadLine {
  readonly line: number;
  readonly child: NewChild | null;
  /** What the file says wrong, cell by cell. */
  readonly problem: string | null;
}
/** At most so many lines at a time. */
const mostLines = 2_000;

/** "第 4 行 E 列：空着" → "E 列：空着": the line is told once, before everything that is wrong with it. */
const withoutRow = (remark: string): string => remark.replace(/^第 \d+ 行 /, "").replace(/^Row \d+, /, "");

/** Reads a home's list outside the lane. Throws fileUnreadable. */
export async function readChildren(
  { actor }: Pick<ActivitiesContext, "actor">,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<readonly ReadLine[]> {
  try {
    const sheet = chooseSheet(await readSheetInWorker(file.bytes, file.name), childColumns);
    if (!sheet) throw errors.fileUnreadable({ reason: "" }, "body.file");
    const table = readTable(sheet, childColumns);
    if (table.rows.length > mostLines) throw errors.fileUnreadable({ reason: `> ${mostLines}` }, "body.file");
    return table.rows.map(({ row, values, isSound }) => {
      const wrong = table.problems.filter((problem) => problem.row === row).map((problem) => withoutRow(tellRemark(problem, actor.language)));
      return { line: row, child: isSound ? childOf(values) : null, problem: wrong.join("；") || null };
    });
  } catch (error) {
    if (error instanceof DocumentRefused) throw errors.fileUnreadable({ reason: error.textIn(actor.language) }, "body.file");
    throw error;
  }
}

type Values = ReturnType<typeof readTable<typeof childColumns>>["rows"][number]["values"];
const childOf = (v: Values): NewChild => ({
  ...{ name: v.name!, bornIn: v.bornIn!, isGirl: v.sex === "girl", grade: v.grade, gridName: v.gridName, health: v.health },
  guardian: { name: v.guardianName!, phone: v.guardianPhone!, relation: v.relation! },
  consents: { data: v.data ?? false, participation: v.participation ?? false, photo: v.photo ?? false, health: v.healthAgreed ?? false },
  textVersion: v.textVersion ?? "",
  givenOn: v.givenOn?.toString() ?? "",
  via: "import",
  collectors: [
    { name: v.collector, relation: v.collectorRelation, phone: v.collectorPhone },
    { name: v.collector2, relation: v.collector2Relation, phone: v.collector2Phone },
  ].flatMap(({ name, relation, phone }) => (name ? [{ name, relation: relation ?? "", ...(phone && { phone }) }] : [])),
});

export interface Imported {
  readonly added: number;
  readonly refused: readonly { readonly line: number; readonly problem: string; readonly remedy: string }[];
}

/** Writes each line through the one way in which children are written; a line that is refused leaves nothing behind and is named. Throws directorOnly, homeClosed. O(lines). */
export async function importChildren(ctx: ActivitiesContext, homeId: string, lines: readonly ReadLine[]): Promise<Imported> {
  await mustDirect(ctx, homeId);
  await mustTakeChildren(ctx, homeId);
  const refused: { line: number; problem: string; remedy: string }[] = [];
  let added = 0;
  for (const { line, child, problem } of lines)
    try {
      if (!child) throw errors.lineWrong({ problem: problem ?? "" });
      if (child.collectors.some(({ relation }) => relation === "")) throw errors.lineWrong({ problem: ctx.text("children-activities.import.relation") });
      await registerChild(ctx, homeId, child);
      added++;
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith("children-activities.")) throw error;
      const key = error.code.replace("children-activities.", "children-activities.error.");
      refused.push({ line, problem: ctx.text(key, error.params), remedy: ctx.text(`${key}.remedy`, error.params) });
    }
  ctx.audit("child.import", homeId, { added, refused: refused.length });
  return { added, refused };
}
