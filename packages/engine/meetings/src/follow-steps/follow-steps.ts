import { writeDay } from "@lianxin/documents";
import type { MatterState } from "@lianxin/matters";
import { settleEffect } from "../cast-ballots/settle-effect.js";
import { errors } from "../errors.js";
import { findDecision } from "../find-meeting/meeting.repository.js";
import { findRoot } from "../keep-rules/find-rules.js";
import type { Effect, EffectMove } from "../keep-state/machines.js";
import { takeChainTurn } from "../keep-state/take-turn.js";
import type { MeetingsContext } from "../plugin.js";
import { findChainOfDecision, findChainOfMatter, stepsOf, waitingDecisions, type ChainRow } from "./chain.repository.js";
import { findFloor, judgeChain } from "./judge-chain.js";
import { findVotesProblem, type StepVotes } from "./judge-votes.js";
import { findChain, type Chain } from "./shipped-chains.js";

export interface NewChain {
  readonly placeId: string;
  readonly kind: string;
  readonly title: string;
  readonly matterId?: string | undefined;
}

/** Nothing is decided any more on a matter in one of these states. */
export const overStates: ReadonlySet<string> = new Set<MatterState>(["resolved", "returned", "withdrawn", "merged", "split"]);

/** Puts a matter on the way through required steps; throws chainUnknown, placeUnknown, matterUnknown, chainElsewhere, chainTooLate, chainTwice. */
export async function startChain(ctx: MeetingsContext, input: NewChain): Promise<string> {
  const { db, newId, clock, actor, use, audit } = ctx;
  if (!findChain(input.kind)) throw errors.chainUnknown({}, "body.kind");
  const place = await use.directory.findPlace(input.placeId);
  if (!place) throw errors.placeUnknown({}, "body.placeId");
  const matter = input.matterId && (await use.matters.findMatter(input.matterId));
  if (input.matterId && !matter) throw errors.matterUnknown({}, "body.matterId");
  if (matter && !matter.placePath.startsWith(place.path)) throw errors.chainElsewhere({ place: place.name }, "body.placeId");
  if (matter && overStates.has(matter.state)) throw errors.chainTooLate({}, "body.matterId");
  if (input.matterId && (await findChainOfMatter(db, input.matterId))) throw errors.chainTwice({}, "body.matterId");
  const id = newId();
  const link = { matterId: input.matterId ?? null, decisionId: null, stoppedReason: null };
  await db
    .insertInto("meetings_chain")
    .values({ id, placePath: place.path, kind: input.kind, title: input.title.trim(), ...link, createdById: actor.personId, createdAt: clock.now() })
    .execute();
  if (input.matterId) await linkWaiting(ctx, id, findChain(input.kind)!, input.matterId);
  audit("startChain", id, { kind: input.kind });
  return id;
}

/** The effect a decision has by its chain: what waits for another body keeps waiting for it. */
export async function settleDecision(ctx: MeetingsContext, row: ChainRow): Promise<void> {
  if (row.decisionId === null) return;
  const decision = await findDecision(ctx.db, row.decisionId);
  const isComplete = judgeChain(findChain(row.kind)!, await stepsOf(ctx.db, row.id)).isEffective;
  if (decision?.effect === "awaits_steps" && isComplete) await settleEffect(ctx, decision.id, "completeSteps");
  if (decision?.effect === "effective" && !isComplete) await settleEffect(ctx, decision.id, "missStep");
}

interface Entry {
  readonly step: string;
  readonly doneOn: string;
  readonly note: string;
  readonly overrideReason: string | null;
  readonly votes?: StepVotes | undefined;
}

async function enter({ db, newId, actor, clock }: Pick<MeetingsContext, "db" | "newId" | "actor" | "clock">, chainId: string, entry: Entry): Promise<void> {
  await db
    .insertInto("meetings_chain_step")
    .values({ id: newId(), chainId, ...entry, votes: entry.votes ?? null, withdrawnOn: null, withdrawReason: null, byId: actor.personId, at: clock.now() })
    .execute();
}

export function checkStep({ kind, stoppedReason }: ChainRow, step: string): void {
  if (stoppedReason !== null) throw errors.chainStopped();
  if (!findChain(kind)!.steps.some(({ id }) => id === step)) throw errors.stepUnknown({}, "body.step");
}

/** A vote that is written down by hand comes with its figures. */
function checkVotes({ decision }: Chain, step: string, votes: StepVotes | undefined): void {
  if (step !== decision.step) return;
  if (!votes) throw errors.stepVotesNeeded({}, "body.votes");
  const problem = findVotesProblem(votes);
  if (problem) throw errors[problem]({ ...votes }, problem === "stepVotesLost" ? "body.votes.yes" : "body.votes.attending");
}

async function checkDay({ db, clock }: MeetingsContext, row: ChainRow, step: string, doneOn: string): Promise<void> {
  if (doneOn > clock.today()) throw errors.dayToCome({ day: writeDay(doneOn) }, "body.doneOn");
  const chain = findChain(row.kind)!;
  const floor = findFloor(chain, await stepsOf(db, row.id), step);
  const nameOf = (of: string) => chain.steps.find(({ id }) => id === of)!.name.zh;
  if (floor && doneOn < floor.on)
    throw errors.stepTooEarly({ step: nameOf(step), day: writeDay(doneOn), before: nameOf(floor.id), floor: writeDay(floor.on) }, "body.doneOn");
}

/**
 * A step was done on a day; throws stepUnknown, chainStopped, dayToCome, stepTooEarly when it was before the step ahead of it, and of a vote
 * stepVotesNeeded, stepVotesWrong, stepVotesFew, stepVotesLost.
 */
export async function recordStep(ctx: MeetingsContext, row: ChainRow, { step, doneOn, note, votes }: Omit<Entry, "overrideReason">): Promise<void> {
  checkStep(row, step);
  await checkDay(ctx, row, step, doneOn);
  checkVotes(findChain(row.kind)!, step, votes);
  await enter(ctx, row.id, { step, doneOn, note: note.trim(), overrideReason: null, votes: step === findChain(row.kind)!.decision.step ? votes : undefined });
  ctx.audit("recordStep", row.id, { step, doneOn });
  await settleDecision(ctx, row);
}

/** A step is left out, with the reason; throws stepUnknown, chainStopped, publicationNeeded: what must be published cannot be left out. */
export async function overrideStep(ctx: MeetingsContext, row: ChainRow, { step, reason }: { readonly step: string; readonly reason: string }): Promise<void> {
  checkStep(row, step);
  if (findChain(row.kind)!.steps.find(({ id }) => id === step)!.kind === "publication") throw errors.publicationNeeded({}, "body.step");
  await enter(ctx, row.id, { step, doneOn: ctx.clock.today(), note: "", overrideReason: reason.trim() });
  ctx.audit("overrideStep", row.id, { step });
  await settleDecision(ctx, row);
}

/** A matter is not followed further, with the reason. */
export async function stopChain(ctx: MeetingsContext, row: ChainRow, reason: string): Promise<void> {
  if (row.stoppedReason !== null) throw errors.chainStopped();
  await ctx.db.updateTable("meetings_chain").set({ stoppedReason: reason.trim() }).where("id", "=", row.id).execute();
  ctx.audit("stopChain", row.id);
}

/** Is the vote of these rules the one among a chain's steps? */
export const isDecidedBy = ({ decision }: Chain, packId: string): boolean => decision.packs.some((start) => packId === start || packId.startsWith(`${start}.`));

/** A decision of the deciding body that waits already is the one the steps are for: a way that was stopped by mistake is begun anew. */
async function linkWaiting({ db, newId, clock, actor }: MeetingsContext, chainId: string, chain: Chain, matterId: string): Promise<void> {
  for (const { id, decidedOn, packId } of await waitingDecisions(db, matterId)) {
    const root = await findRoot(db, packId, decidedOn);
    if (!root || !isDecidedBy(chain, root.id)) continue;
    await enter({ db, newId, clock, actor }, chainId, { step: chain.decision.step, doneOn: decidedOn, note: "", overrideReason: null });
    await db.updateTable("meetings_chain").set({ decisionId: id }).where("id", "=", chainId).execute();
  }
}

/** What steps make of a decision. `goesOn`: it is not the vote they ask for, and the matter has still to come before the body that is. */
export interface ChainEffect {
  readonly effect: Effect;
  readonly goesOn: boolean;
}

/** A body decided a matter that must go through steps: the vote is one of them when it is that body's, and the effect waits for the others; another body's decision waits, too. */
export async function effectByChain(
  ctx: MeetingsContext,
  {
    matterId,
    decisionId,
    packId,
    day,
    note,
  }: { readonly matterId: string; readonly decisionId: string; readonly packId: string; readonly day: string; readonly note: string },
): Promise<ChainEffect | undefined> {
  const found = await findChainOfMatter(ctx.db, matterId);
  const row = found && (await takeChainTurn(ctx.db, found.id));
  const chain = row?.stoppedReason === null ? findChain(row.kind) : undefined;
  if (!row || !chain) return undefined;
  const root = await findRoot(ctx.db, packId, day);
  if (!root || !isDecidedBy(chain, root.id)) return { effect: "awaits_steps", goesOn: true };
  await enter(ctx, row.id, { step: chain.decision.step, doneOn: day, note, overrideReason: null });
  await ctx.db.updateTable("meetings_chain").set({ decisionId }).where("id", "=", row.id).execute();
  return { effect: judgeChain(chain, await stepsOf(ctx.db, row.id)).isEffective ? "effective" : "awaits_steps", goesOn: false };
}

/** What the body that can allows by its vote: the steps of the decision's own may still be missing. */
export async function moveOnceAllowed({ db }: MeetingsContext, decisionId: string): Promise<EffectMove> {
  const found = await findChainOfDecision(db, decisionId);
  const row = found && (await takeChainTurn(db, found.id));
  return row?.stoppedReason === null && !judgeChain(findChain(row.kind)!, await stepsOf(db, row.id)).isEffective ? "allowWithSteps" : "allow";
}
