import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { findVolunteer, type VolunteerRow } from "../sign-up/sign-up.repository.js";
import { askedOf, seriesAt, withYes } from "./asked-for.js";
import { isUndoable, putBackOnRota, takeOffRota } from "./take-off-rota.js";

async function read({ db }: VolunteerDaysContext, volunteerId: string) {
  const row = (await findVolunteer(db, volunteerId))!;
  const all = await seriesAt(db, row.placePath);
  return { row, all, asked: askedOf(row, all) };
}

/** The desk takes somebody off the rota of one series; they stay on those of others. Off the last one they are off the rota. Again does nothing. */
export async function leaveSeries(ctx: VolunteerDaysContext, volunteerId: string, seriesId: string): Promise<void> {
  const { row, asked } = await read(ctx, volunteerId);
  if (!asked.includes(seriesId)) return;
  if (asked.length === 1) return takeOffRota(ctx, volunteerId);
  const rotaSeriesIds = asked.filter((id) => id !== seriesId);
  const leftSeries = { ...row.leftSeries, [seriesId]: ctx.clock.now() };
  await ctx.db.updateTable("volunteer_days_volunteer").set({ rotaSeriesIds, leftSeries }).where("id", "=", volunteerId).execute();
  ctx.audit("rota.leaveSeries", volunteerId, { seriesId });
}

/** Whom the desk took off one series and then off the last is on the first again, and on no other; not who left by their own word since. */
async function backToOne(ctx: VolunteerDaysContext, row: VolunteerRow, all: Awaited<ReturnType<typeof seriesAt>>, seriesId: string): Promise<void> {
  if (row.leftRotaAt !== null || !isUndoable(ctx, row.leftSeries?.[seriesId] ?? null)) throw errors.notTakenOff();
  await ctx.db
    .updateTable("volunteer_days_volunteer")
    .set({ ...withYes(row, all, seriesId), joinedRotaAt: ctx.clock.now(), takenOffAt: null })
    .where("id", "=", row.id)
    .execute();
  ctx.audit("rota.backSeries", row.id, { seriesId });
}

/** Whom the desk took off the rota of a series within a day is on it again; again does nothing. Throws notTakenOff for anybody else. */
export async function returnToSeries(ctx: VolunteerDaysContext, volunteerId: string, seriesId: string): Promise<void> {
  const { row, all, asked } = await read(ctx, volunteerId);
  if (asked.includes(seriesId)) return;
  if (row.joinedRotaAt === null && row.rotaSeriesIds?.includes(seriesId)) return putBackOnRota(ctx, volunteerId);
  if (row.joinedRotaAt === null) return backToOne(ctx, row, all, seriesId);
  const { [seriesId]: since = null, ...left } = row.leftSeries ?? {};
  if (!isUndoable(ctx, since)) throw errors.notTakenOff();
  const leftSeries = Object.keys(left).length > 0 ? left : null;
  await ctx.db
    .updateTable("volunteer_days_volunteer")
    .set({ rotaSeriesIds: [...asked, seriesId], leftSeries })
    .where("id", "=", volunteerId)
    .execute();
  ctx.audit("rota.backSeries", volunteerId, { seriesId });
}
