import type { NewPart, PartSource } from "../commitments.js";
import { errors } from "../errors.js";
import type { PartRow } from "../keep-ledger/part.repository.js";
import { getDay } from "../measure-time/get-due-day.js";
import type { CommitmentsContext } from "../plugin.js";

/** Writes down the work that came out of a source, in the order given; throws partsNeeded, placeUnknown. Gives the ids in that order. */
export async function openParts(ctx: CommitmentsContext, source: PartSource, parts: readonly NewPart[]): Promise<string[]> {
  const { db, newId, clock, actor, publish, audit } = ctx;
  if (parts.length === 0) throw errors.partsNeeded();
  const from = { sourceKind: source.kind, sourceId: source.id, sourceMeetingId: source.meetingId, sourceTitle: source.title };
  const rows: PartRow[] = parts.map(({ title, standard, placePath }) => {
    if (!placePath.endsWith("/")) throw errors.placeUnknown();
    return {
      id: newId(),
      placePath,
      ...from,
      title: title.trim(),
      standard: standard.trim(),
      openedOn: clock.today(),
      openedAt: clock.now(),
      deferReason: null,
      reviewOn: null,
      voidedOn: null,
    };
  });
  await db.insertInto("commitments_part").values(rows).execute();
  await db
    .insertInto("commitments_entry")
    .values(
      rows.map(({ id }) => ({
        id: newId(),
        partId: id,
        commitmentId: null,
        move: "open",
        fromState: null,
        toState: null,
        at: clock.now(),
        byId: actor.personId,
        forId: null,
        note: null,
      })),
    )
    .execute();
  for (const { id, placePath } of rows) {
    publish("partOpened", id, { partId: id });
    audit("part.open", id, { placePath });
  }
  return rows.map((row) => row.id);
}

/** Puts a part off until a day, with a reason; throws reasonNeeded, dayUnknown, reviewInPast, partVoided. */
export async function deferPart({ db, newId, clock, actor, audit }: CommitmentsContext, part: PartRow, reason: string, reviewOn: string): Promise<void> {
  const deferReason = reason.trim();
  if (!deferReason) throw errors.reasonNeeded({}, "body.reason");
  if (part.voidedOn) throw errors.partVoided();
  if (getDay(reviewOn, "body.reviewOn") <= clock.today()) throw errors.reviewInPast({}, "body.reviewOn");
  await db.updateTable("commitments_part").set({ deferReason, reviewOn }).where("id", "=", part.id).execute();
  const note = `${reviewOn} ${deferReason}`;
  await db
    .insertInto("commitments_entry")
    .values({
      id: newId(),
      partId: part.id,
      commitmentId: null,
      move: "defer",
      fromState: null,
      toState: null,
      at: clock.now(),
      byId: actor.personId,
      forId: null,
      note,
    })
    .execute();
  audit("part.defer", part.id, { reviewOn });
}

/** Takes a part up again that was put off. */
export async function resumePart({ db, newId, clock, actor, audit }: CommitmentsContext, part: PartRow): Promise<void> {
  await db.updateTable("commitments_part").set({ deferReason: null, reviewOn: null }).where("id", "=", part.id).execute();
  await db
    .insertInto("commitments_entry")
    .values({
      id: newId(),
      partId: part.id,
      commitmentId: null,
      move: "resume",
      fromState: null,
      toState: null,
      at: clock.now(),
      byId: actor.personId,
      forId: null,
      note: null,
    })
    .execute();
  audit("part.resume", part.id);
}
