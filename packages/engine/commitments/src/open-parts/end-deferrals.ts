import { everywhere } from "@lianxin/plugin-kit";
import { endDeferral } from "../keep-ledger/deferral.repository.js";
import { findHolder, findPartRow } from "../keep-ledger/part.repository.js";
import { takePartTurns } from "../keep-state/take-turn.js";
import type { CommitmentsContext } from "../plugin.js";
import { secretariesOf, tellAboutPart } from "../remind-owners/tell-about-part.js";
import { resumePart } from "./open-parts.js";

/** So many at a time, as other writes wait meanwhile. */
const slice = 100;

/**
 * What was put off until a day is taken up again on it, once: it is a gap again, or due as its owner promised. The secretary and the owner get a letter
 * with why it had been put off; the days count from it on, whenever the server woke. What was closed out meanwhile is left as it is. Gives how many there were.
 */
export async function endDeferrals(ctx: CommitmentsContext): Promise<number> {
  const { db, clock } = ctx;
  const rows = await everywhere(db, "commitments_part", "taking up what was put off is a job without a reader")
    .select("id")
    .where("reviewOn", "<=", clock.today())
    .where("voidedOn", "is", null)
    .orderBy("reviewOn")
    .limit(slice)
    .execute();
  await takePartTurns(
    db,
    rows.map(({ id }) => id),
  );
  for (const { id } of rows) {
    const part = (await findPartRow(db, id))!;
    if (part.reviewOn === null || part.reviewOn > clock.today() || part.voidedOn !== null) continue;
    const holder = await findHolder(db, id);
    if (holder?.state === "closed") {
      await db.updateTable("commitments_part").set({ deferReason: null, reviewOn: null }).where("id", "=", id).execute();
      await endDeferral(db, id, part.reviewOn!);
      continue;
    }
    await resumePart(ctx, part, ctx.text("commitments.reviewDue", {}, "zh-CN"), part.reviewOn!);
    const people = [...(await secretariesOf(ctx, part.placePath)), ...(holder ? [holder.ownerId] : [])];
    await tellAboutPart(ctx, part, people, { words: "review_due", params: { reason: part.deferReason ?? "" }, key: `review-due/${part.reviewOn}` });
  }
  return rows.length;
}
