import { errors } from "../errors.js";
import type { MatterRow } from "../find-matter/matter.repository.js";
import { moveMatter, type MoveNote } from "../keep-state/move-matter.js";
import type { MattersContext } from "../plugin.js";
import { getMergeTarget } from "../merge-matters/merge-matters.js";
import { referMatter } from "../refer-matter/refer-matter.js";
import { hasDoubt, type Answers, type Outcome } from "./checklist.js";
import { findWarningCodes } from "./find-warnings.js";

export interface Screened {
  readonly answers: Answers;
  readonly outcome: Outcome;
  /** Written for the one who raised it; needed for everything but acceptance without a doubt. */
  readonly reason?: string | undefined;
  readonly mergeIntoId?: string | undefined;
  /** The unit it goes to: an organisation of the directory, or a name that is not in it. */
  readonly referToId?: string | undefined;
  readonly referTo?: string | undefined;
}

/** Everything but a plain yes to all that is asked: whoever reads it wants to know why. */
const needsReason = ({ outcome, answers }: Pick<Screened, "outcome" | "answers">): boolean => outcome !== "accepted" || hasDoubt(answers);

/** Throws referralNeeded, unitUnknown. */
async function checkUnit({ use }: MattersContext, { referTo, referToId }: Pick<Screened, "referTo" | "referToId">): Promise<void> {
  if (!referToId && !referTo?.trim()) throw errors.referralNeeded({}, "body.referTo");
  if (referToId && !(await use.directory.findOrganization(referToId))) throw errors.unitUnknown({}, "body.referToId");
}

const moveOf = { accepted: "accept", merged: "merge", returned: "return" } as const;
async function planChange(ctx: MattersContext, row: MatterRow, input: Screened): Promise<MoveNote> {
  const note = input.reason?.trim() || null;
  if (needsReason(input) && !note) throw errors.reasonNeeded({}, "body.reason");
  if (input.outcome === "referred") await checkUnit(ctx, input);
  const mergedIntoId = input.outcome === "merged" ? await getMergeTarget(ctx, row, input.mergeIntoId) : null;
  const warningCodes = findWarningCodes(input.answers, [row.title, row.detail, row.wish]);
  return { note, set: { warningCodes, mergedIntoId } };
}

async function takeStep(ctx: MattersContext, row: MatterRow, { outcome, referTo, referToId }: Screened, change: MoveNote): Promise<MatterRow> {
  if (outcome !== "referred") return moveMatter(ctx, row, moveOf[outcome], change);
  return referMatter(ctx, row, { units: [{ unitId: referToId, unitName: referTo, isLead: true }], note: change.note ?? undefined }, change.set);
}

/** Keeps the seven answers and what came of them; throws notForMeeting of one household's own affair, stateWrong, reasonNeeded, referralNeeded, unitUnknown, mergeTargetWrong. A competence warning blocks nothing. */
export async function screenMatter(ctx: MattersContext, row: MatterRow, input: Screened): Promise<MatterRow> {
  const { db, newId, clock, actor, publish } = ctx;
  if (row.isPersonal) throw errors.notForMeeting({ number: row.number });
  const change = await planChange(ctx, row, input);
  const moved = await takeStep(ctx, row, input, change);
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
  return moved;
}
