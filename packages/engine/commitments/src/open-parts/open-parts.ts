import { writeDay } from "@lianxin/documents";
import { everywhere } from "@lianxin/plugin-kit";
import type { NewPart, PartSource } from "../commitments.js";
import { errors } from "../errors.js";
import { endDeferral, startDeferral } from "../keep-ledger/deferral.repository.js";
import type { PartRow } from "../keep-ledger/part.repository.js";
import { noteEntries, noteEntry } from "../keep-state/note-entry.js";
import { movePart } from "../keep-state/move-part.js";
import { getDay } from "../measure-time/get-due-day.js";
import type { CommitmentsContext, CommitmentsDb } from "../plugin.js";
import { linkRecurrence } from "../notice-recurrence/link-recurrence.js";

const fresh = {
  ...{ deferReason: null, reviewOn: null, voidedOn: null, endedAs: null, mergedIntoId: null },
  ...{ deferCount: null, bounceCount: null, failedCount: null, seekUntil: null, seekFallback: null, seekOverOn: null },
};

/** Ids that were made elsewhere are of no other part. */
async function checkUnused(db: CommitmentsDb, parts: readonly NewPart[]): Promise<void> {
  const given = parts.flatMap(({ id }) => id ?? []);
  if (given.length === 0) return;
  const taken = await everywhere(db, "commitments_part", "whether an id is taken anywhere says nothing of the part")
    .select("id")
    .where("id", "in", given)
    .executeTakeFirst();
  if (taken || new Set(given).size < given.length) throw errors.partIdTaken({}, "parts");
}

/** Writes down the work that came out of a source, in the order given; throws partsNeeded, placeUnknown, partIdTaken. Gives the ids in that order. */
export async function openParts(ctx: CommitmentsContext, source: PartSource, parts: readonly NewPart[]): Promise<string[]> {
  const { db, newId, clock, publish, audit } = ctx;
  if (parts.length === 0) throw errors.partsNeeded();
  await checkUnused(db, parts);
  const meeting = { sourceMeetingId: source.meetingId, sourceMeeting: source.meeting ?? null };
  const from = { sourceKind: source.kind, sourceId: source.id, ...meeting, sourceTitle: source.title };
  const opened = { openedOn: clock.today(), openedAt: clock.now() };
  const rows: PartRow[] = parts.map(({ id = newId(), title, standard, placePath, evidenceNeeds = [] }) => {
    if (!placePath.endsWith("/")) throw errors.placeUnknown();
    return { id, placePath, title: title.trim(), standard: standard.trim(), ...from, ...opened, ...fresh, evidenceNeeds: [...new Set(evidenceNeeds)] };
  });
  await db.insertInto("commitments_part").values(rows).execute();
  await noteEntries(
    ctx,
    rows.map(({ id }) => ({ partId: id, move: "open" })),
  );
  for (const row of rows) {
    publish("partOpened", row.id, { partId: row.id });
    audit("part.open", row.id, { placePath: row.placePath });
    await linkRecurrence(ctx, row);
  }
  return rows.map((row) => row.id);
}

/**
 * Puts a part off until a day after `on` (today when not said), with a reason; more often than the rules allow only with a note of the chair. Throws reasonNeeded, dayUnknown,
 * reviewInPast, stateWrong, deferredTwice.
 */
export async function deferPart(ctx: CommitmentsContext, part: PartRow, reason: string, reviewOn: string, chairNote?: string, on?: string): Promise<void> {
  const { db, clock, config, audit } = ctx;
  const deferReason = reason.trim();
  if (!deferReason) throw errors.reasonNeeded({}, "body.reason");
  if (part.voidedOn) throw errors.partVoided();
  if (getDay(reviewOn, "body.reviewOn") <= (on ?? clock.today())) throw errors.reviewInPast({}, "body.reviewOn");
  const times = part.deferCount ?? 0;
  if (times >= config.deferralsWithoutNote && !chairNote?.trim()) throw errors.deferredOften({ times }, "body.chairNote");
  await movePart(ctx, part, "defer");
  await db
    .updateTable("commitments_part")
    .set({ deferReason, reviewOn, deferCount: times + 1 })
    .where("id", "=", part.id)
    .execute();
  await startDeferral(ctx, part.id, on ?? clock.today());
  await noteEntry(ctx, { partId: part.id, move: "defer", note: [writeDay(reviewOn), deferReason, chairNote?.trim()].filter(Boolean).join(" ") });
  audit("part.defer", part.id, { reviewOn });
}

/** Takes a part up again that was put off, by hand or as `note` says; `on` the first day it is to be done again. Throws stateWrong. */
export async function resumePart(ctx: CommitmentsContext, part: PartRow, note: string | null = null, on = ctx.clock.today()): Promise<void> {
  await movePart(ctx, part, "resume");
  await ctx.db.updateTable("commitments_part").set({ deferReason: null, reviewOn: null }).where("id", "=", part.id).execute();
  await endDeferral(ctx.db, part.id, on);
  await noteEntry(ctx, { partId: part.id, move: "resume", note });
  ctx.audit("part.resume", part.id);
}
