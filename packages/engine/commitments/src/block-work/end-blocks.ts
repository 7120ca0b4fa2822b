import { everywhere } from "@lianxin/plugin-kit";
import { findCommitmentRow } from "../keep-ledger/part.repository.js";
import { noteEntry } from "../keep-state/note-entry.js";
import type { CommitmentsContext } from "../plugin.js";
import { secretariesOf } from "../remind-owners/tell-about-part.js";
import { tellNews } from "../remind-owners/tell-news.js";

/** So many at a time, as other writes wait meanwhile. */
const slice = 100;

/**
 * On the day to look again a block is over, once, so that nobody is out of sight for good: the work is followed up from that day on, whenever the server
 * woke, and its owner and the secretary get a letter; who still cannot go on says so anew. So is one that waited for a part that is closed out by now.
 * Gives how many there were.
 */
export async function endBlocks(ctx: CommitmentsContext): Promise<number> {
  const { db, clock, text } = ctx;
  const today = clock.today();
  const rows = await everywhere(db, "commitments_commitment", "ending blocks is a job without a reader")
    .innerJoin("commitments_block as b", "b.commitmentId", "commitments_commitment.id")
    .leftJoin("commitments_line as w", (join) => join.onRef("w.id", "=", "b.waitsForId").on("w.phase", "=", "done"))
    .select(["b.id", "b.commitmentId", "b.reason", "b.reviewOn", "w.id as doneId"])
    .where("b.state", "=", "blocked")
    .where((eb) => eb.or([eb("b.reviewOn", "<=", today), eb("w.id", "is not", null)]))
    .orderBy("b.id")
    .limit(slice)
    .execute();
  for (const { id, commitmentId, reason, reviewOn, doneId } of rows) {
    const row = (await findCommitmentRow(db, commitmentId))!;
    const toOn = reviewOn < today ? reviewOn : today;
    await db.updateTable("commitments_block").set({ state: "lifted", toOn }).where("id", "=", id).execute();
    const note = text(`commitments.block.${doneId ? "waitOver" : "reviewDue"}`, { reason }, "zh-CN");
    await noteEntry(ctx, { partId: row.partId, commitmentId, move: "lift", byId: null, note });
    await tellNews(ctx, row.partId, { kind: "block_over", people: [row.ownerId, ...(await secretariesOf(ctx, row.placePath))], id, note });
  }
  return rows.length;
}
