import { errors } from "../errors.js";
import { getOpenPlace } from "../keep-places/add-place.js";
import type { DirectoryContext } from "../plugin.js";
import { findImport } from "./import.repository.js";
import type { ImportKindName } from "./import-kinds.js";
import type { ImportPlan, Write } from "./import-plan.js";
import { kinds } from "./kinds/kinds.js";
import { fromText, type TextLine } from "./line-values.js";
import { countDeeds, storePlan, type Counts } from "./store-plan.js";

/** Most lines that one turn of the write lane takes. */
export const linesPerSlice = 20;

/** Opens an import at a place; its lines follow in slices. Throws placeUnknown, placeClosed. */
export async function startImport(
  ctx: DirectoryContext,
  input: { kind: ImportKindName; fileName: string; placeId: string; by: string | null },
): Promise<string> {
  const { db, newId, clock, audit } = ctx;
  const place = await getOpenPlace(ctx, input.placeId);
  const { kind, fileName, by } = input;
  const id = newId();
  await db
    .insertInto("directory_import")
    .values({
      id,
      kind,
      fileName,
      placeId: place.id,
      placePath: place.placePath,
      importedAt: clock.now(),
      importedBy: by,
      added: 0,
      changed: 0,
      same: 0,
      undoneAt: null,
    })
    .execute();
  audit("import.start", id, { kind, placePath: place.placePath });
  return id;
}

/** What lines of a kind would do at a place. Throws rowWrong for a line that does not read. */
export async function planLines(ctx: DirectoryContext, kindName: ImportKindName, placeId: string, lines: readonly TextLine[]): Promise<ImportPlan> {
  const kind = kinds[kindName];
  const read = lines.map((text) => {
    const line = fromText(kind.columns, text);
    if ("wrong" in line)
      throw errors.rowWrong({ line: text.line, reason: kind.columns[line.wrong]!.header }, `body.lines.${lines.indexOf(text)}.values.${line.wrong}`);
    return line;
  });
  return kind.plan(ctx, await getOpenPlace(ctx, placeId), read as never);
}

/** Does whoever brings the file in answer for who this person is (`mayAnswerFor`)? Asked of each person who gets an address. */
export type AnswersFor = (personId: string) => Promise<boolean>;

async function confirmed({ writes }: ImportPlan, answersFor: AnswersFor, confirmedAt: string): Promise<ImportPlan["writes"]> {
  const done: Write[] = [];
  for (const write of writes) {
    const isSure = write.table === "directory_channel" && (await answersFor(String(write.values.personId)));
    done.push(isSure ? { ...write, values: { ...write.values, confirmedAt } } : write);
  }
  return done;
}

/** Brings a slice of lines in; a slice with a line that is wrong writes nothing. Throws rowWrong, importUndone. */
export async function importLines(ctx: DirectoryContext, importId: string, lines: readonly TextLine[], answersFor: AnswersFor): Promise<Counts> {
  const batch = await findImport(ctx.db, importId);
  if (!batch || batch.undoneAt) throw errors.importUndone();
  const plan = await planLines(ctx, batch.kind as ImportKindName, batch.placeId, lines);
  const [problem] = plan.problems;
  if (problem)
    throw errors.rowWrong(
      { line: problem.line, reason: ctx.text(`directory.import.${problem.text}`, problem.params) },
      `body.lines.${lines.findIndex((l) => l.line === problem.line)}`,
    );
  return plan.outcomes.length === 0 ? countDeeds(plan) : storePlan(ctx, importId, { ...plan, writes: await confirmed(plan, answersFor, ctx.clock.now()) });
}
