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

/** Settles a matter with a written answer (办结); throws stateWrong, reasonNeeded. */
export const answerMatter = async (ctx: MattersContext, row: MatterRow, words: string | undefined): Promise<MatterRow> =>
  moveMatter(ctx, row, "answer", { note: needed(words, "body.words") });

/** Takes a settled or returned matter up again, with the reason; throws stateWrong, reasonNeeded. */
export const reopenMatter = async (ctx: MattersContext, row: MatterRow, reason: string | undefined): Promise<MatterRow> =>
  moveMatter(ctx, row, "reopen", { note: needed(reason, "body.reason") });

async function getRow({ db }: MattersContext, id: string): Promise<MatterRow> {
  const row = await findMatterRow(db, id);
  if (!row) throw errors.matterUnknown();
  return row;
}

/** What others report of a matter once promises were made for it; each throws matterUnknown. */
export const followMatter = (ctx: MattersContext): Pick<Matters, "follow" | "resolve" | "resume"> => ({
  async follow(matterId: string, step: FollowUp, note: string) {
    const row = await getRow(ctx, matterId);
    const entryId = await addEntry(ctx, { matterId, move: step, fromState: row.state, toState: row.state, note });
    await tellFollowers(ctx, row, { entryId, move: step, note });
  },
  async resolve(matterId, answer) {
    const row = await getRow(ctx, matterId);
    if (findNextState(row.state as never, "answer")) await moveMatter(ctx, row, "answer", { note: answer });
  },
  async resume(matterId, reason) {
    const row = await getRow(ctx, matterId);
    if (findNextState(row.state as never, "resume")) await moveMatter(ctx, row, "resume", { note: reason });
  },
});
