import { errors } from "../errors.js";
import { findMatterRow, type MatterRow } from "../find-matter/matter.repository.js";
import { addEntry } from "../keep-state/add-entry.js";
import { findNextState } from "../keep-state/matter-state.js";
import { moveMatter } from "../keep-state/move-matter.js";
import type { FollowUp, Matters } from "../matters.js";
import type { MattersContext } from "../plugin.js";
import { tellFollowers } from "../tell-reporter/tell-reporter.js";

const needed = (words: string | undefined, field: string): string => {
  const said = words?.trim();
  if (!said) throw errors.reasonNeeded({}, field);
  return said;
};

/** What whoever raised it is answered, and why before its work is done, where some is still open. */
export interface Answer {
  readonly words: string | undefined;
  readonly despite?: string | undefined;
}

/** What work for a matter is open: as the ledger told it; of one decided before the ledger told anything, that nobody knows. */
export const tellOpenWork = ({ text }: Pick<MattersContext, "text">, { state, openWork }: Pick<MatterRow, "state" | "openWork">): readonly string[] =>
  openWork ?? (state === "decided" ? [text("matters.work.unknown")] : []);

/** Throws workOpen with the work that is still open, unless it is written why nobody waits for it; gives that with the work named, to be kept. */
function tellDespite(ctx: MattersContext, row: MatterRow, despite: string | undefined): string {
  const work = tellOpenWork(ctx, row).join("、");
  const why = despite?.trim();
  if (work === "") return "";
  if (!why) throw errors.workOpen({ work }, "body.despite");
  return ctx.text("matters.work.despite", { work, why }, "zh-CN");
}

/** Settles a matter with a written answer (办结); throws stateWrong, reasonNeeded, and workOpen while promises made for it are open. */
export async function answerMatter(ctx: MattersContext, row: MatterRow, { words, despite }: Answer): Promise<MatterRow> {
  const said = needed(words, "body.words");
  const why = findNextState(row.state as never, "answer") ? tellDespite(ctx, row, despite) : "";
  return moveMatter(ctx, row, "answer", { note: `${said}${why}` });
}

/** Takes a settled or returned matter up again, with the reason; throws stateWrong, reasonNeeded. */
export const reopenMatter = async (ctx: MattersContext, row: MatterRow, reason: string | undefined): Promise<MatterRow> =>
  moveMatter(ctx, row, "reopen", { note: needed(reason, "body.reason") });

async function getRow({ db }: MattersContext, id: string): Promise<MatterRow> {
  const row = await findMatterRow(db, id);
  if (!row) throw errors.matterUnknown();
  return row;
}

/** Writes down what happened elsewhere and tells whoever raised it, and whoever is told of it besides. */
export async function follow(ctx: MattersContext, row: MatterRow, step: FollowUp, note: string | null, openNote?: string): Promise<void> {
  const entryId = await addEntry(ctx, { matterId: row.id, move: step, fromState: row.state, toState: row.state, note, openNote: openNote ?? null });
  await tellFollowers(ctx, row, { entryId, move: step, note });
}

/** What others report of a matter once promises were made for it; each throws matterUnknown. */
export const followMatter = (ctx: MattersContext): Pick<Matters, "follow" | "keepWork" | "resolve" | "resume"> => ({
  follow: async (matterId, step, note, openNote) => follow(ctx, await getRow(ctx, matterId), step, note, openNote),
  async keepWork(matterId, openWork) {
    await getRow(ctx, matterId);
    await ctx.db.updateTable("matters_matter").set({ openWork }).where("id", "=", matterId).execute();
  },
  async resolve(matterId, answer) {
    const row = await getRow(ctx, matterId);
    if (findNextState(row.state as never, "resolve")) await moveMatter(ctx, row, "resolve", { note: answer, set: { openWork: [] } });
  },
  async resume(matterId, reason) {
    const row = await getRow(ctx, matterId);
    if (findNextState(row.state as never, "resume")) await moveMatter(ctx, row, "resume", { note: reason });
  },
});
