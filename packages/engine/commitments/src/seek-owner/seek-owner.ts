import { writeDay } from "@lianxin/documents";
import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { findHolder, findPartRow, type PartRow } from "../keep-ledger/part.repository.js";
import { noteEntry } from "../keep-state/note-entry.js";
import { takePartTurns } from "../keep-state/take-turn.js";
import { getDay } from "../measure-time/get-due-day.js";
import type { CommitmentsContext } from "../plugin.js";
import { tellSearchOver } from "./tell-search-over.js";
import type { Fallback } from "./fallbacks.js";

export interface Search {
  readonly until: string;
  /** What happens when nobody has taken it by then. */
  readonly fallback: Fallback;
  /** The day it was said on; today when not given. */
  readonly on?: string | undefined;
}

/** A part that nobody took at the table is looked for until a day, and has a way on after it. Throws partTaken, partVoided, dayUnknown, reviewInPast. */
export async function seekOwner(ctx: CommitmentsContext, part: PartRow, { until, fallback, on }: Search): Promise<void> {
  if (part.voidedOn) throw errors.partVoided();
  if (await findHolder(ctx.db, part.id)) throw errors.partTaken({ title: part.title });
  if (getDay(until, "body.until") <= (on ?? ctx.clock.today())) throw errors.reviewInPast({}, "body.until");
  await ctx.db.updateTable("commitments_part").set({ seekUntil: until, seekFallback: fallback, seekOverOn: null }).where("id", "=", part.id).execute();
  await noteEntry(ctx, {
    partId: part.id,
    move: "seek",
    note: ctx.text("commitments.search.note", { day: writeDay(until), fallback: ctx.text(`commitments.fallback.${fallback}`, {}, "zh-CN") }, "zh-CN"),
  });
  ctx.audit("part.seek", part.id, { until, fallback });
}

/** So many at a time, as other writes wait meanwhile. */
const slice = 100;

/** Searches whose last day is over, of parts not put off meanwhile: each ends once, its fallback is written down and published. Gives how many there were. */
export async function endSearches(ctx: CommitmentsContext): Promise<number> {
  const { db, clock } = ctx;
  const today = clock.today();
  const rows = await everywhere(db, "commitments_part", "ending searches is a job without a reader")
    .select("id")
    .where("seekUntil", "<", today)
    .where("seekOverOn", "is", null)
    .where("voidedOn", "is", null)
    .where("reviewOn", "is", null)
    .orderBy("seekUntil")
    .limit(slice)
    .execute();
  await takePartTurns(
    db,
    rows.map(({ id }) => id),
  );
  for (const { id } of rows) {
    const part = (await findPartRow(db, id))!;
    const { seekUntil, seekFallback, seekOverOn, voidedOn, reviewOn } = part;
    if (seekUntil === null || seekUntil >= today || seekOverOn !== null || voidedOn !== null || reviewOn !== null) continue;
    await db.updateTable("commitments_part").set({ seekOverOn: today }).where("id", "=", id).execute();
    await noteEntry(ctx, { partId: id, move: "seekOver", note: ctx.text(`commitments.fallback.${seekFallback}`, {}, "zh-CN") });
    await tellSearchOver(ctx, part);
    ctx.publish("searchEnded", id, { partId: id, fallback: seekFallback! });
  }
  return rows.length;
}
