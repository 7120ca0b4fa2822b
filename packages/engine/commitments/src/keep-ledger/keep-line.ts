import { byId } from "@lianxin/plugin-kit";
import type { CommitmentState } from "../commitments.js";
import { choosePhase } from "../measure-time/choose-light.js";
import type { CommitmentsContext } from "../plugin.js";
import { keepDone } from "./keep-done.js";
import { findHolder, findPartRow, type PartRow } from "./part.repository.js";

const isBlocked = async ({ db }: CommitmentsContext, commitmentId: string): Promise<boolean> =>
  (await db.selectFrom("commitments_block").select("id").where("commitmentId", "=", commitmentId).where("state", "=", "blocked").executeTakeFirst()) !==
  undefined;

async function lineOf(ctx: CommitmentsContext, part: PartRow) {
  const holder = await findHolder(ctx.db, part.id);
  const isOnHold = part.reviewOn !== null || (holder !== undefined && (await isBlocked(ctx, holder.id)));
  return {
    placePath: part.placePath,
    title: part.title,
    meetingId: part.sourceMeetingId,
    phase: choosePhase((holder?.state as CommitmentState | undefined) ?? null, isOnHold),
    soonOn: holder?.soonOn ?? null,
    dueOn: holder?.dueOn ?? null,
    closedOn: holder?.closedOn ?? null,
    commitmentId: holder?.id ?? null,
    organizationId: holder?.ownerOrganizationId ?? null,
    ownerId: holder?.ownerId ?? null,
    verifierId: holder?.verifierId ?? null,
  };
}

/** Brings the ledger's line of a part in step with it: none when the part left the ledger. `isTouched`: somebody did something about it today. */
export async function keepLine(ctx: CommitmentsContext, partId: string, isTouched: boolean): Promise<void> {
  const { db } = ctx;
  const part = (await findPartRow(db, partId))!;
  const before = await byId(db, "commitments_line", partId).select(["placePath", "phase"]).executeTakeFirst();
  if (part.voidedOn !== null) {
    await keepDone(db, before, undefined);
    await db.deleteFrom("commitments_line").where("id", "=", partId).execute();
    return;
  }
  const line = await lineOf(ctx, part);
  await keepDone(db, before, line);
  await db
    .insertInto("commitments_line")
    .values({ id: partId, ...line, movedOn: ctx.clock.today() })
    .onConflict((oc) => oc.column("id").doUpdateSet(isTouched ? { ...line, movedOn: ctx.clock.today() } : line))
    .execute();
}
