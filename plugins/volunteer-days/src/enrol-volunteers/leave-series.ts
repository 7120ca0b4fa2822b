import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { findVolunteer } from "../sign-up/sign-up.repository.js";
import { askedOf, seriesAt } from "./asked-for.js";
import { isUndoable, putBackOnRota, takeOffRota } from "./take-off-rota.js";

async function read({ db }: VolunteerDaysContext, volunteerId: string) {
  const row = (await findVolunteer(db, volunteerId))!;
  return { row, asked: askedOf(row, await seriesAt(db, row.placePath)) };
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

/** Whom the desk took off the rota of a series within a day is on it again; again does nothing. Throws notTakenOff for anybody else. */
export async function returnToSeries(ctx: VolunteerDaysContext, volunteerId: string, seriesId: string): Promise<void> {
  const { row, asked } = await read(ctx, volunteerId);
  if (asked.includes(seriesId)) return;
  if (row.joinedRotaAt === null) return putBackOnRota(ctx, volunteerId);
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
