import { findDecision, findMeeting } from "../find-meeting/meeting.repository.js";
import { findRoot } from "../keep-rules/find-rules.js";
import { takeChainTurn } from "../keep-state/take-turn.js";
import type { MeetingsContext } from "../plugin.js";
import { chainsAbout, standingDecisions, stepsOf, type ChainRow } from "./chain.repository.js";
import { isDecidedBy, settleDecision } from "./follow-steps.js";
import { findChain } from "./shipped-chains.js";

interface Left {
  readonly id: string;
  readonly decidedOn: string;
  /** The meeting it was made in, as the step names it. */
  readonly meeting: string;
}

/** Takes back what a decision's vote was written down as. One that was counted elsewhere comes with its figures and is not touched. */
async function takeBackVote({ db, clock }: MeetingsContext, { id: chainId, kind }: ChainRow, { decidedOn, meeting }: Left, reason: string): Promise<void> {
  const { step } = findChain(kind)!.decision;
  const entry = (await stepsOf(db, chainId)).find(
    (one) => one.step === step && one.doneOn === decidedOn && one.votes === null && one.overrideReason === null && ["", meeting].includes(one.note),
  );
  if (!entry) return;
  await db.updateTable("meetings_chain_step").set({ withdrawnOn: clock.today(), withdrawReason: reason }).where("id", "=", entry.id).execute();
}

/** Another vote of the same body on the matter that stands, the latest: the steps are for it then. */
async function findOtherVote({ db }: MeetingsContext, { kind, matterId }: ChainRow, leftId: string): Promise<string | null> {
  if (matterId === null) return null;
  for (const { id, decidedOn, packId } of (await standingDecisions(db, matterId)).reverse()) {
    const root = id === leftId ? undefined : await findRoot(db, packId, decidedOn);
    if (root && isDecidedBy(findChain(kind)!, root.id)) return id;
  }
  return null;
}

/** A decision that is revoked or refused is no step any more: its vote leaves the steps of its matter with the reason, and they are judged anew. */
export async function leaveSteps(ctx: MeetingsContext, decisionId: string, reason: string): Promise<void> {
  const { db } = ctx;
  const decision = (await findDecision(db, decisionId))!;
  const item = await db.selectFrom("meetings_agenda_item").select("matterId").where("id", "=", decision.itemId).executeTakeFirst();
  const left = { id: decisionId, decidedOn: decision.decidedOn, meeting: (await findMeeting(db, decision.meetingId))!.title };
  for (const { id } of await chainsAbout(db, item?.matterId ? [item.matterId] : [], [decisionId])) {
    const row = await takeChainTurn(db, id);
    await takeBackVote(ctx, row, left, reason);
    if (row.decisionId !== decisionId) continue;
    const other = await findOtherVote(ctx, row, decisionId);
    await db.updateTable("meetings_chain").set({ decisionId: other }).where("id", "=", id).execute();
    if (row.stoppedReason === null) await settleDecision(ctx, { ...row, decisionId: other });
  }
}
