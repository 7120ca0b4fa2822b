import { everywhere } from "@lianxin/plugin-kit";
import { findCommitmentRow } from "../keep-ledger/part.repository.js";
import { takePartTurns } from "../keep-state/take-turn.js";
import { noteEntry } from "../keep-state/note-entry.js";
import type { CommitmentsContext } from "../plugin.js";
import { secretariesOf } from "../remind-owners/tell-about-part.js";
import { tellNews } from "../remind-owners/tell-news.js";

/** So many at a time, as other writes wait meanwhile. */
const slice = 100;

/** Blocks whose day to look again has come, or whose part they waited for is closed out; `ids` of only those. */
const blocksOver = ({ db, clock }: CommitmentsContext, ids?: readonly string[]) =>
  everywhere(db, "commitments_commitment", "ending blocks is a job without a reader")
    .innerJoin("commitments_block as b", "b.commitmentId", "commitments_commitment.id")
    .leftJoin("commitments_line as w", (join) => join.onRef("w.id", "=", "b.waitsForId").on("w.phase", "=", "done"))
    .select(["b.id", "b.commitmentId", "b.reason", "b.reviewOn", "w.id as doneId", "commitments_commitment.partId"])
    .where("b.state", "=", "blocked")
    .where((eb) => eb.or([eb("b.reviewOn", "<=", clock.today()), eb("w.id", "is not", null)]))
    .$if(ids !== undefined, (query) => query.where("b.id", "in", ids!))
    .orderBy("b.id")
    .limit(slice)
    .execute();

/**
 * On the day to look again a block is over, once, so that nobody is out of sight for good: the work is followed up from that day on, whenever the server
 * woke, and its owner and the secretary get a letter; who still cannot go on says so anew. So is one that waited for a part that is closed out by now.
 * Gives how many there were.
 */
export async function endBlocks(ctx: CommitmentsContext): Promise<number> {
  const { db, clock, text } = ctx;
  const today = clock.today();
  const found = await blocksOver(ctx);
  if (found.length === 0) return 0;
  await takePartTurns(
    db,
    found.map(({ partId }) => partId),
  );
  // Whoever had the turn before may have lifted it or given it another day.
  const rows = await blocksOver(
    ctx,
    found.map(({ id }) => id),
  );
  for (const { id, commitmentId, reason, reviewOn, doneId } of rows) {
    const row = (await findCommitmentRow(db, commitmentId))!;
    const toOn = reviewOn < today ? reviewOn : today;
    await db.updateTable("commitments_block").set({ state: "lifted", toOn }).where("id", "=", id).execute();
    const note = text(`commitments.block.${doneId ? "waitOver" : "reviewDue"}`, { reason }, "zh-CN");
    await noteEntry(ctx, { partId: row.partId, commitmentId, move: "lift", byId: null, note });
    await tellNews(ctx, row.partId, { kind: "block_over", people: [row.ownerId, ...(await secretariesOf(ctx, row.placePath))], id, note });
  }
  return found.length;
}
