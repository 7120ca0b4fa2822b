import { findMatterRow } from "../find-matter/matter.repository.js";
import { answerMatter } from "../answer-matter/answer-matter.js";
import { errors } from "../errors.js";
import type { Remark } from "../matters.js";
import type { MattersContext } from "../plugin.js";
import { addMatter } from "../raise-matter/add-matter.js";
import { getReplyDay } from "../raise-matter/choose-reply-day.js";
import { describeRaised } from "../raise-matter/raise-matter.js";

async function raiseOne(ctx: MattersContext, remark: Remark, talk: { readonly talkId: string | undefined; readonly replyBy: string; readonly heldOn: string }) {
  const enteredBy = remark.enteredBy ?? ctx.actor.personId;
  if (!enteredBy) throw errors.personNeeded();
  const raised = await describeRaised(ctx, remark);
  const people = { reportedBy: remark.saidBy, enteredBy, isEntererHidden: false };
  const from = {
    channel: "talk" as const,
    replyBy: talk.replyBy,
    raisedOn: [talk.heldOn, ctx.clock.today()].toSorted()[0]!,
    ...(talk.talkId !== undefined && { talkId: talk.talkId }),
    ...(remark.id !== undefined && { remarkId: remark.id }),
  };
  const id = await addMatter(ctx, { ...raised, ...people, ...from }, { move: "raise" });
  if (remark.answer?.trim()) await answerMatter(ctx, (await findMatterRow(ctx.db, id))!, { words: remark.answer });
  return { id, number: raised.number };
}

/**
 * Every remark of an evening talk (社区夜话) becomes a matter, to be answered within so many working days of the talk; one that was answered on
 * the spot is settled at once. All or none: throws holidaysMissing, personNeeded, reporterUnknown, placeUnknown.
 */
export async function raiseRemarks(
  ctx: MattersContext,
  { talkId, heldOn, remarks }: { readonly talkId?: string | undefined; readonly heldOn: string; readonly remarks: readonly Remark[] },
): Promise<{ id: string; number: string }[]> {
  const replyBy = await getReplyDay(ctx.use.directory, heldOn, ctx.config.talkReplyDays);
  const names = await ctx.use.directory.namesOf(remarks.flatMap(({ saidBy }) => saidBy ?? []));
  const stranger = remarks.findIndex(({ saidBy }) => saidBy !== null && !names.has(saidBy));
  if (stranger >= 0) throw errors.reporterUnknown({}, `body.remarks.${stranger}.saidBy`);
  const made = [];
  for (const remark of remarks) made.push(await raiseOne(ctx, remark, { talkId, replyBy, heldOn }));
  return made;
}
