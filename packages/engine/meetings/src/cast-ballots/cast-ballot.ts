import { errors } from "../errors.js";
import type { MeetingsContext } from "../plugin.js";
import type { Choice } from "./judge-poll.js";
import { ballotsOf, boxesOf, findUnit, unitsOf, type PollRow, type UnitRow } from "./poll.repository.js";

export const ballotWays = ["paper", "online"] as const;
export type BallotWay = (typeof ballotWays)[number];
export interface NewBallot {
  readonly unitId: string;
  readonly choice: Choice;
  readonly way: BallotWay;
  readonly invalidReason?: string | undefined;
}

function checkOpen(poll: PollRow): void {
  if (poll.state !== "open") throw errors.pollNotOpen();
}

/** Papers are handed out and ballots taken until the last day; what is in the box by then is counted after it. */
function checkTaking({ clock }: MeetingsContext, poll: PollRow): void {
  checkOpen(poll);
  if (poll.closesOn !== null && clock.today() > poll.closesOn) throw errors.pollOver({ day: poll.closesOn });
}

async function getUnit({ db }: MeetingsContext, poll: PollRow, unitId: string): Promise<UnitRow> {
  const unit = await findUnit(db, poll.id, unitId);
  if (!unit) throw errors.unitUnknown({}, "body.unitId");
  return unit;
}

async function markVoted({ db, clock }: MeetingsContext, unitIds: readonly string[], way: BallotWay): Promise<void> {
  await db.updateTable("meetings_poll_unit").set({ votedBy: way, votedOn: clock.today() }).where("id", "in", unitIds).execute();
}

/**
 * One more vote into the box of a secret vote. Its rows for every choice are made together with the first vote, for an id tells the moment its row was made,
 * and a row made with the first vote for its choice would tell whose that was.
 */
async function dropInBox({ db, newId }: MeetingsContext, pollId: string, choice: Exclude<Choice, "invalid">): Promise<void> {
  const row = (one: Choice) => ({ id: newId(), pollId, way: "online", choice: one, reason: "", papers: 0 });
  await db
    .insertInto("meetings_poll_box")
    .values([row("yes"), row("no"), row("abstain")])
    .onConflict((oc) => oc.columns(["pollId", "way", "choice", "reason"]).doNothing())
    .execute();
  await db
    .updateTable("meetings_poll_box")
    .set((box) => ({ papers: box("papers", "+", 1) }))
    .where("pollId", "=", pollId)
    .where("way", "=", "online")
    .where("choice", "=", choice)
    .execute();
}

async function castNamed(ctx: MeetingsContext, poll: PollRow, unit: UnitRow, { choice, way, invalidReason }: NewBallot): Promise<{ isWaiting: boolean }> {
  const { db, newId, clock, actor } = ctx;
  const isWaiting = unit.votedBy !== null;
  await db
    .insertInto("meetings_poll_ballot")
    .values({
      ...{ id: newId(), pollId: poll.id, unitId: unit.id, choice, invalidReason: invalidReason?.trim() || null, way },
      ...{ state: isWaiting ? "waiting" : "counted", settledReason: null, enteredById: actor.personId, at: clock.now() },
    })
    .execute();
  if (!isWaiting) await markVoted(ctx, [unit.id], way);
  ctx.audit("castBallot", unit.id, { pollId: poll.id, way, isWaiting });
  return { isWaiting };
}

/** A secret ballot goes into the box; the roll and the audit know who took part, and nothing what they said. Throws alreadyVoted. */
async function castSecret(ctx: MeetingsContext, poll: PollRow, unit: UnitRow, choice: Exclude<Choice, "invalid">): Promise<{ isWaiting: boolean }> {
  if (unit.votedBy !== null) throw errors.alreadyVoted({ unit: unit.label }, "body.unitId");
  await dropInBox(ctx, poll.id, choice);
  await markVoted(ctx, [unit.id], "online");
  ctx.audit("castSecretBallot", unit.id, { pollId: poll.id, way: "online" });
  return { isWaiting: false };
}

/**
 * Enters the ballot of a unit for it. A second one of the same unit in a named vote waits to be settled; in a secret vote nobody enters what another
 * says. Throws pollNotOpen, pollOver, unitUnknown, reasonNeeded, boxInstead.
 */
export async function castBallot(ctx: MeetingsContext, poll: PollRow, ballot: NewBallot): Promise<{ isWaiting: boolean }> {
  checkTaking(ctx, poll);
  const unit = await getUnit(ctx, poll, ballot.unitId);
  if (ballot.choice === "invalid" && !ballot.invalidReason?.trim()) throw errors.reasonNeeded({}, "body.invalidReason");
  if (poll.isSecret) throw errors.boxInstead({}, "body.way");
  return castNamed(ctx, poll, unit, ballot);
}

/** Somebody votes online for a unit that is theirs or that named them; throws pollNotOpen, pollOver, notYourUnit, alreadyVoted in a secret vote. */
export async function castOwnBallot(
  ctx: MeetingsContext,
  poll: PollRow,
  ballot: Pick<NewBallot, "unitId"> & { readonly choice: Exclude<Choice, "invalid"> },
): Promise<{ isWaiting: boolean }> {
  checkTaking(ctx, poll);
  const unit = await findUnit(ctx.db, poll.id, ballot.unitId);
  const voter = unit && (unit.delegateId ?? unit.personId);
  if (!voter || voter !== ctx.actor.personId) throw errors.notYourUnit({}, "body.unitId");
  return poll.isSecret ? castSecret(ctx, poll, unit, ballot.choice) : castNamed(ctx, poll, unit, { ...ballot, way: "online" });
}

/** Which units were handed a paper of a secret vote, from the signed list; throws alreadyVoted when one voted otherwise. */
export async function handOutPapers(ctx: MeetingsContext, poll: PollRow, unitIds: readonly string[]): Promise<void> {
  checkTaking(ctx, poll);
  if (!poll.isSecret) throw errors.namedInstead();
  const units = new Map((await unitsOf(ctx.db, poll.id)).map((unit) => [unit.id, unit]));
  for (const [i, id] of unitIds.entries()) {
    const unit = units.get(id);
    if (!unit) throw errors.unitUnknown({}, `body.unitIds.${i}`);
    if (unit.votedBy !== null) throw errors.alreadyVoted({ unit: unit.label }, `body.unitIds.${i}`);
  }
  await markVoted(ctx, unitIds, "paper");
  ctx.audit("handOutPapers", poll.id, { units: unitIds.length });
}

/** A unit was ticked by mistake: it was not handed a paper. As long as the box is not counted; throws pollNotOpen, namedInstead, unitUnknown, paperNotHanded, boxCounted. */
export async function takeBackPaper(ctx: MeetingsContext, poll: PollRow, unitId: string): Promise<void> {
  checkOpen(poll);
  if (!poll.isSecret) throw errors.namedInstead();
  const unit = await findUnit(ctx.db, poll.id, unitId);
  if (!unit) throw errors.unitUnknown({}, "params.unitId");
  if (unit.votedBy !== "paper") throw errors.paperNotHanded({ unit: unit.label }, "params.unitId");
  if (await isBoxCounted(ctx, poll)) throw errors.boxCounted();
  await ctx.db.updateTable("meetings_poll_unit").set({ votedBy: null, votedOn: null }).where("id", "=", unit.id).execute();
  ctx.audit("takeBackPaper", unit.id, { pollId: poll.id });
}

export interface PaperCount {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** Spoilt papers by why they are. */
  readonly invalid: readonly { readonly reason: string; readonly papers: number }[];
}

/** Has the box of papers been counted, even if nothing was in it? */
export const isBoxCounted = async ({ db }: MeetingsContext, poll: PollRow): Promise<boolean> => (await boxesOf(db, poll.id)).some(({ way }) => way === "paper");

/**
 * What the tellers counted out of the box, the days after the last one too; counting again takes the place of it. Throws pollNotOpen, namedInstead,
 * morePapersThanHanded.
 */
export async function countPaperBox(ctx: MeetingsContext, poll: PollRow, { invalid, ...counts }: PaperCount): Promise<void> {
  checkOpen(poll);
  if (!poll.isSecret) throw errors.namedInstead();
  const handed = (await unitsOf(ctx.db, poll.id)).filter(({ votedBy }) => votedBy === "paper").length;
  const lines = [
    ...Object.entries(counts).map(([choice, papers]) => ({ choice, papers, reason: "" })),
    ...invalid.filter(({ papers }) => papers > 0).map(({ reason, papers }) => ({ choice: "invalid", papers, reason: reason.trim() })),
  ];
  const papers = lines.reduce((sum, line) => sum + line.papers, 0);
  if (papers > handed) throw errors.morePapersThanHanded({ papers, handed }, "body");
  await ctx.db.deleteFrom("meetings_poll_box").where("pollId", "=", poll.id).where("way", "=", "paper").execute();
  await ctx.db
    .insertInto("meetings_poll_box")
    .values(lines.map((line) => ({ id: ctx.newId(), pollId: poll.id, way: "paper", ...line })))
    .execute();
  ctx.audit("countPaperBox", poll.id, { papers });
}

/** Which of two ballots of one unit holds, with the reason; the other stays in the ledger. Throws ballotNotWaiting. */
export async function settleBallot(
  ctx: MeetingsContext,
  poll: PollRow,
  { ballotId, keeps, reason }: { readonly ballotId: string; readonly keeps: "earlier" | "later"; readonly reason: string },
): Promise<void> {
  const ballots = await ballotsOf(ctx.db, poll.id);
  const waiting = ballots.find(({ id, state }) => id === ballotId && state === "waiting");
  if (!waiting || poll.state !== "open") throw errors.ballotNotWaiting({}, "body.ballotId");
  const counted = ballots.find(({ unitId, state }) => unitId === waiting.unitId && state === "counted")!;
  const [holds, aside] = keeps === "later" ? [waiting, counted] : [counted, waiting];
  const set = (id: string, state: string) =>
    ctx.db.updateTable("meetings_poll_ballot").set({ state, settledReason: reason.trim() }).where("id", "=", id).execute();
  await set(aside.id, "set_aside");
  await set(holds.id, "counted");
  await markVoted(ctx, [waiting.unitId], holds.way as BallotWay);
  ctx.audit("settleBallot", waiting.unitId, { pollId: poll.id, keeps });
}
