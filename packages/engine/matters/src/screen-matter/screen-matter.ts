import { errors } from "../errors.js";
import { findMatterRow, type MatterRow } from "../find-matter/matter.repository.js";
import { moveMatter, type MoveNote } from "../keep-state/move-matter.js";
import type { MattersContext } from "../plugin.js";
import { communityPathOf } from "../raise-matter/give-number.js";
import { tellReporter } from "../tell-reporter/tell-reporter.js";
import type { Answers, Outcome } from "./checklist.js";
import { findWarningCodes } from "./find-warnings.js";

export interface Screened {
  readonly answers: Answers;
  readonly outcome: Outcome;
  /** Written for the one who raised it; needed for everything but acceptance. */
  readonly reason?: string | undefined;
  readonly mergeIntoId?: string | undefined;
  readonly referTo?: string | undefined;
}

const moveOf = { accepted: "accept", merged: "merge", referred: "refer", returned: "return" } as const;
const ended = new Set(["merged", "returned", "withdrawn"]);

/** The matter another one becomes part of: alive, of the same community, and another one. */
async function getMergeTarget({ db, use }: MattersContext, matter: MatterRow, id: string | undefined): Promise<string> {
  const target = id ? await findMatterRow(db, id) : undefined;
  const isFit = target && target.id !== matter.id && !ended.has(target.state);
  if (!isFit || (await communityPathOf(use.directory, target.placeId)) !== (await communityPathOf(use.directory, matter.placeId)))
    throw errors.mergeTargetWrong({}, "body.mergeIntoId");
  return target.id;
}

async function planChange(ctx: MattersContext, row: MatterRow, input: Screened): Promise<MoveNote> {
  const note = input.reason?.trim() || null;
  const referredTo = input.referTo?.trim() || null;
  if (input.outcome !== "accepted" && !note) throw errors.reasonNeeded({}, "body.reason");
  if (input.outcome === "referred" && !referredTo) throw errors.referralNeeded({}, "body.referTo");
  const mergedIntoId = input.outcome === "merged" ? await getMergeTarget(ctx, row, input.mergeIntoId) : null;
  const warningCodes = findWarningCodes(input.answers, [row.title, row.detail, row.wish]);
  return { note, forId: null, set: { warningCodes, mergedIntoId, referredTo: input.outcome === "referred" ? referredTo : null } };
}

/** Keeps the seven answers and what came of them; throws stateWrong, reasonNeeded, referralNeeded, mergeTargetWrong. A competence warning blocks nothing. */
export async function screenMatter(ctx: MattersContext, row: MatterRow, input: Screened): Promise<MatterRow> {
  const { db, newId, clock, actor, publish } = ctx;
  const change = await planChange(ctx, row, input);
  const moved = await moveMatter(ctx, row, moveOf[input.outcome], change);
  await db
    .insertInto("matters_screening")
    .values({
      id: newId(),
      matterId: row.id,
      answers: input.answers,
      outcome: input.outcome,
      reason: change.note ?? null,
      screenedBy: actor.personId,
      screenedAt: clock.now(),
    })
    .execute();
  publish("screened", row.id, { matterId: row.id, outcome: input.outcome });
  await tellReporter(ctx, moved, change.note ?? null);
  return moved;
}
