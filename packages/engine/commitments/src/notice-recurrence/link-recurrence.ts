import { everywhere } from "@lianxin/plugin-kit";
import { findCommitmentRow, findPartRow, type PartRow } from "../keep-ledger/part.repository.js";
import { noteEntry } from "../keep-state/note-entry.js";
import { shiftDay } from "../measure-time/choose-light.js";
import type { CommitmentsContext } from "../plugin.js";
import { tellNews } from "../remind-owners/tell-news.js";

/** What was closed out at exactly this place within the days in which trouble that comes back counts as a failed close-out; latest first. */
export const closedNear = ({ db, clock, config }: CommitmentsContext, placePath: string) =>
  everywhere(db, "commitments_line", "work closed at the place of new work, to tell whether it came back")
    .select(["id", "title", "commitmentId", "closedOn"])
    .where("placePath", "=", placePath)
    .where("phase", "=", "done")
    .where("closedOn", ">=", shiftDay(clock.today(), -config.recurrenceDays))
    .orderBy("closedOn", "desc")
    .orderBy("id")
    .execute();

/** Counts a close-out that did not hold. */
export async function countFailed(ctx: CommitmentsContext, partId: string, note: string): Promise<void> {
  await ctx.db
    .updateTable("commitments_part")
    .set((eb) => ({ failedCount: eb(eb.fn.coalesce("failedCount", eb.lit(0)), "+", 1) }))
    .where("id", "=", partId)
    .execute();
  await noteEntry(ctx, { partId, move: "recur", note });
}

const sameWords = (title: string): string => title.replace(/[\s\p{P}]/gu, "");

/** New work with the same name at the same place soon after a close-out says that the close-out failed; the history of both says so, and the owner of the earlier one gets a letter. */
export async function linkRecurrence(ctx: CommitmentsContext, part: PartRow): Promise<void> {
  const earlier = (await closedNear(ctx, part.placePath)).find(({ id, title }) => id !== part.id && sameWords(title) === sameWords(part.title));
  if (!earlier) return;
  await countFailed(ctx, earlier.id, part.sourceTitle);
  const owner = earlier.commitmentId === null ? undefined : (await findCommitmentRow(ctx.db, earlier.commitmentId))?.ownerId;
  await tellNews(ctx, earlier.id, { kind: "recurred", people: [owner], id: part.id, note: part.sourceTitle });
  const from = (await findPartRow(ctx.db, earlier.id))!;
  await noteEntry(ctx, { partId: part.id, move: "recursOf", note: `${earlier.closedOn} ${from.sourceTitle}` });
}
