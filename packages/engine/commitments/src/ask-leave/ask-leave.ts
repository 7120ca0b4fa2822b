import { writeDay } from "@lianxin/documents";
import { errors } from "../errors.js";
import { voidPart } from "../end-part/end-part.js";
import { findCommitmentRow, findPartRow, type CommitmentRow, type PartRow } from "../keep-ledger/part.repository.js";
import { openStates } from "../keep-state/commitment-state.js";
import { requestMachine } from "../keep-state/machines.js";
import { getReason, moveCommitment } from "../keep-state/move-commitment.js";
import { getNext } from "../keep-state/move-part.js";
import { isOneOf } from "../keep-state/same-person.js";
import { noteEntry } from "../keep-state/note-entry.js";
import type { CommitmentState } from "../commitments.js";
import { planDates } from "../make-commitment/make-commitment.js";
import { getDueDay } from "../measure-time/get-due-day.js";
import type { CommitmentsContext } from "../plugin.js";
import { secretariesOf } from "../remind-owners/tell-about-part.js";
import { tellNews } from "../remind-owners/tell-news.js";
import { findRequest, openRequests, type RequestRow } from "./request.repository.js";

/** More time; leave to drop the work; leave to give back what was assigned and accepted. */
export const leaves = ["extension", "void", "return"] as const;
const asks = { extension: "askMore", void: "askVoid", return: "askReturn" } as const;

export interface Leave {
  readonly kind: (typeof leaves)[number];
  readonly reason?: string | undefined;
  /** Until when, for an extension. */
  readonly dueOn?: string | undefined;
}

/** Only what was assigned and accepted is given back by leave: an offer is returned at once, a claim taken back. Throws assignedOnly, notOpen. */
function checkReturn(holder: CommitmentRow | undefined): void {
  if (!holder || !openStates.includes(holder.state as CommitmentState)) throw errors.notOpen();
  if (holder.origin !== "assigned" || holder.state === "offered") throw errors.assignedOnly();
}

/** The day asked for: an extension's, later than the one promised. Throws notOpen, dueNeeded, dayUnknown, dueInPast, dueNotLater. */
function getWantedDay({ clock }: CommitmentsContext, holder: CommitmentRow | undefined, { kind, dueOn }: Leave): string | null {
  if (kind !== "extension") return null;
  if (!holder || !openStates.includes(holder.state as CommitmentState)) throw errors.notOpen();
  if (!dueOn) throw errors.dueNeeded({}, "body.dueOn");
  const wanted = getDueDay(dueOn, clock.today());
  if (wanted <= holder.dueOn) throw errors.dueNotLater({ dueOn: holder.dueOn }, "body.dueOn");
  return wanted;
}

/** Asks for more time, or for leave to drop the work or give it back; one request of a kind at a time. Throws reasonNeeded, requestPending, assignedOnly and what getWantedDay throws. */
export async function askLeave(ctx: CommitmentsContext, part: PartRow, holder: CommitmentRow | undefined, leave: Leave): Promise<string> {
  const { db, newId, clock, actor, audit } = ctx;
  const reason = getReason(leave.reason);
  if (part.voidedOn) throw errors.partVoided();
  if (leave.kind === "return") checkReturn(holder);
  const wantedDueOn = getWantedDay(ctx, holder, leave);
  if ((await openRequests(db, part.id)).some(({ kind }) => kind === leave.kind)) throw errors.requestPending();
  const decided = { decidedById: null, decidedNote: null, decidedAt: null };
  const asked = { kind: leave.kind, reason, wantedDueOn, state: "asked", askedById: actor.personId, askedAt: clock.now() };
  const id = newId();
  await db
    .insertInto("commitments_request")
    .values({ id, partId: part.id, commitmentId: holder?.id ?? null, ...asked, ...decided })
    .execute();
  const note = wantedDueOn === null ? reason : `${writeDay(wantedDueOn)}　${reason}`;
  await noteEntry(ctx, { partId: part.id, commitmentId: holder?.id ?? null, move: asks[leave.kind], note });
  await tellNews(ctx, part.id, { kind: "leave_asked", people: await secretariesOf(ctx, part.placePath), id, note });
  audit(`ask.${leave.kind}`, part.id, { requestId: id });
  return id;
}

async function grant(ctx: CommitmentsContext, { kind, partId, commitmentId, wantedDueOn, reason }: RequestRow): Promise<void> {
  if (kind === "void") return voidPart(ctx, (await findPartRow(ctx.db, partId))!, reason);
  const row = (await findCommitmentRow(ctx.db, commitmentId!))!;
  if (!openStates.includes(row.state as CommitmentState)) throw errors.notOpen();
  if (kind === "return") return void (await moveCommitment(ctx, row, "giveBack", { note: reason }));
  if (wantedDueOn! < ctx.clock.today()) throw errors.wantedDayOver({ dueOn: wantedDueOn! });
  const { startedOn: _, ...dates } = planDates(ctx, row.startedOn, wantedDueOn!);
  await ctx.db
    .updateTable("commitments_commitment")
    .set({ ...dates, round: row.round + 1 })
    .where("id", "=", row.id)
    .execute();
}

export interface Answer {
  readonly isApproved: boolean;
  readonly note?: string | undefined;
}

/**
 * Decides a request; never who asked, nor the owner. An approved extension moves the due day and lets the reminders count anew;
 * an approved return leaves the part to somebody else. Throws
 * requestUnknown, ownRequest, reasonNeeded (for a no), stateWrong, wantedDayOver.
 */
export async function decideLeave(ctx: CommitmentsContext, requestId: string, { isApproved, note }: Answer): Promise<string> {
  const { db, clock, actor, audit } = ctx;
  const request = await findRequest(db, requestId);
  if (!request) throw errors.requestUnknown();
  const holder = request.commitmentId ? await findCommitmentRow(db, request.commitmentId) : undefined;
  if (await isOneOf(ctx.use.directory, actor.personId, [request.askedById, holder?.ownerId])) throw errors.ownRequest();
  const state = getNext(ctx, requestMachine, request.state, isApproved ? "approve" : "refuse");
  const decidedNote = isApproved ? note?.trim() || null : getReason(note);
  await db
    .updateTable("commitments_request")
    .set({ state, decidedNote, decidedById: actor.personId, decidedAt: clock.now() })
    .where("id", "=", request.id)
    .execute();
  if (isApproved) await grant(ctx, request);
  await noteEntry(ctx, { partId: request.partId, commitmentId: request.commitmentId, move: isApproved ? "grant" : "refuse", note: decidedNote });
  const people = [request.askedById, holder?.ownerId];
  await tellNews(ctx, request.partId, { kind: isApproved ? "leave_approved" : "leave_refused", people, id: request.id, note: decidedNote });
  audit(`request.${state}`, request.partId, { requestId });
  return state;
}

/** Who asked does not want it any more. Throws requestUnknown, askerOnly, stateWrong. */
export async function withdrawLeave(ctx: CommitmentsContext, requestId: string): Promise<string> {
  const { db, clock, actor, use, audit } = ctx;
  const request = await findRequest(db, requestId);
  if (!request) throw errors.requestUnknown();
  if (!(await isOneOf(use.directory, actor.personId, [request.askedById]))) throw errors.askerOnly();
  const state = getNext(ctx, requestMachine, request.state, "withdraw");
  await db.updateTable("commitments_request").set({ state, decidedById: actor.personId, decidedAt: clock.now() }).where("id", "=", requestId).execute();
  await noteEntry(ctx, { partId: request.partId, commitmentId: request.commitmentId, move: "askWithdraw" });
  audit("request.withdrawn", request.partId, { requestId });
  return state;
}
