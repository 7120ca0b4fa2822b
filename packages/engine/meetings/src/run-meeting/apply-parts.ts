import { errors } from "../errors.js";
import { decisionsOf, type DecisionRow, type ItemRow } from "../find-meeting/meeting.repository.js";
import { escalationSource } from "../follow-matter/matter-of.js";
import type { MeetingsContext } from "../plugin.js";
import { dayOf } from "../tell-time/tell-time.js";
import { tellNumber } from "../write-notice/tell-number.js";
import type { Apply } from "./apply-command.js";
import { checkNoMotion, settle } from "./apply-items.js";
import type { CommandOf } from "./meeting-command.js";
import type { Room } from "./meeting-room.js";
import { agendaParts } from "./show-parts.js";

const reported: ReadonlySet<string> = new Set(["submitted", "verified"]);

/** A line of the ledger that went up with a matter is what the decision on it divides: it goes on as the first of the parts. One that is reported done is checked and closed by itself. */
async function endEscalation({ use, text }: MeetingsContext, items: readonly ItemRow[], itemId: string, firstPartId: string): Promise<void> {
  const matterId = items.find(({ id }) => id === itemId)?.matterId;
  const line = matterId ? await use.commitments.findUnfinished({ kind: escalationSource, id: matterId }) : undefined;
  if (line && !reported.has(line.commitment?.state ?? "")) await use.commitments.mergePart(line.id, firstPartId, text("meetings.follow.divided", {}, "zh-CN"));
}

/** Work is where its matter is, so that who answers for that grid hears of it; elsewhere, and without a matter, where the meeting's body is. */
async function placeOfWork({ use }: MeetingsContext, { meeting, items }: Room, itemId: string): Promise<string> {
  const matterId = items.find(({ id }) => id === itemId)?.matterId;
  const matter = matterId ? await use.matters.findMatter(matterId) : undefined;
  return matter?.placePath.startsWith(meeting.placePath) ? matter.placePath : meeting.placePath;
}

/** The work of a decision, part by part, each waiting for a lead; a line that went up with its matter goes on as the first. */
export async function openPartsOf(ctx: MeetingsContext, room: Room, decision: DecisionRow, parts: CommandOf<"openParts">["parts"]): Promise<void> {
  const meeting = [room.meeting.title, tellNumber(room.meeting)].filter(Boolean).join(" ");
  const source = { kind: "meetings.decision", id: decision.id, meetingId: room.meeting.id, meeting, title: decision.text };
  const placePath = await placeOfWork(ctx, room, decision.itemId);
  const opened = await ctx.use.commitments.openParts(
    source,
    parts.map(({ id, title, standard, evidenceNeeds = [] }) => ({
      ...(id !== undefined && { id }),
      ...{ title: title.trim(), standard: standard.trim(), placePath, evidenceNeeds },
    })),
  );
  await endEscalation(ctx, room.items, decision.itemId, opened[0]!);
}

export const applyOpenParts: Apply<"openParts"> = async (ctx, room, { command }) => {
  const decision = (await decisionsOf(ctx.db, room.meeting.id)).find(({ id }) => id === command.decisionId);
  if (!decision) throw errors.decisionUnknown({}, "command.decisionId");
  if (decision.effect === "refused") throw errors.decisionRefused({}, "command.decisionId");
  if (decision.effect === "revoked") throw errors.decisionRevoked({}, "command.decisionId");
  await openPartsOf(ctx, room, decision, command.parts);
  return {};
};

async function checkPart({ use }: MeetingsContext, { meeting, items }: Room, partId: string): Promise<void> {
  const parts = await use.commitments.partsOfMeeting(meeting.id, agendaParts(items));
  if (!parts.some(({ id }) => id === partId)) throw errors.partUnknown({}, "command.partId");
}

/** The item under which a line of the ledger stands, while it is open. */
const lineOf = ({ items }: Room, partId: string): ItemRow | undefined => items.find((one) => one.partId === partId && one.state === "scheduled");

/** What was said of a line of the ledger settles the item it stands under, and the matter it came from. */
async function settleLine(ctx: MeetingsContext, room: Room, partId: string, move: "assign" | "defer" | "finish", reason?: string): Promise<Partial<Room>> {
  const item = lineOf(room, partId);
  if (!item) return {};
  const { matterId } = item;
  if (matterId && move === "assign") await ctx.use.matters.decide(matterId, null, room.meeting.id);
  if (matterId && move !== "assign") await ctx.use.matters.defer(matterId, room.meeting.id, reason ?? ctx.text("meetings.follow.sought", {}, "zh-CN"));
  return settle(ctx, room, item, move, reason);
}

/** Somebody takes the lead of a part (认领) or is given it (交办). */
export const applyClaim: Apply<"claim"> = async (ctx, room, { command, at }) => {
  const { kind: _kind, partId, conditions, verifierId, ...commitment } = command;
  await checkPart(ctx, room, partId);
  const said = { conditions: conditions?.trim() ?? null, verifierId: verifierId ?? null, madeOn: dayOf(at, ctx.clock.zone) };
  await ctx.use.commitments.commit(partId, { ...commitment, ...said });
  return settleLine(ctx, room, partId, "assign");
};

/** A part that was written down wrongly goes again, with who was to lead it; only what this meeting's own decisions were divided into. A line of the ledger that went on as it is open again. Throws partFromBefore. */
export const applyDropPart: Apply<"dropPart"> = async (ctx, { meeting, items }, { command }) => {
  const part = (await ctx.use.commitments.partsOfMeeting(meeting.id, agendaParts(items))).find(({ id }) => id === command.partId);
  if (!part) throw errors.partUnknown({}, "command.partId");
  const decisions = await decisionsOf(ctx.db, meeting.id);
  if (!decisions.some(({ id }) => id === part.source.id)) throw errors.partFromBefore({ title: part.title }, "command.partId");
  await ctx.use.commitments.restoreMerged(part.id);
  await ctx.use.commitments.withdrawPart(part.id, command.reason.trim());
  return {};
};

export const applyDeferPart: Apply<"deferPart"> = async (ctx, room, { command, at }) => {
  const { partId, reason, reviewOn, chairNote } = command;
  await checkPart(ctx, room, partId);
  checkNoMotion(room, lineOf(room, partId));
  await ctx.use.commitments.deferPart(partId, reason.trim(), reviewOn, chairNote?.trim(), dayOf(at, ctx.clock.zone));
  return settleLine(ctx, room, partId, "defer", reason.trim());
};

/** Nobody took it at the table: it is looked for until a day, with a way on after it, and stays in sight as a gap. */
export const applySeekOwner: Apply<"seekOwner"> = async (ctx, room, { command, at }) => {
  const { partId, until, fallback } = command;
  await checkPart(ctx, room, partId);
  checkNoMotion(room, lineOf(room, partId));
  await ctx.use.commitments.seekOwner(partId, { until, fallback, on: dayOf(at, ctx.clock.zone) });
  return settleLine(ctx, room, partId, "finish");
};
