import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { findVolunteer } from "../sign-up/sign-up.repository.js";
import { leaveRota } from "./enrol-volunteer.js";

/** Milliseconds within which whom the desk took off can be put back without being asked again. */
const undoable = 24 * 60 * 60 * 1_000;

/** Whether what the desk did then can still be taken back. */
export const isUndoable = ({ clock }: Pick<VolunteerDaysContext, "clock">, at: string | null): boolean =>
  at !== null && Date.parse(clock.now()) - Date.parse(at) <= undoable;

/** The desk takes somebody off the rota; again does nothing. */
export async function takeOffRota(ctx: VolunteerDaysContext, volunteerId: string): Promise<void> {
  const { joinedRotaAt } = (await findVolunteer(ctx.db, volunteerId))!;
  if (joinedRotaAt === null) return;
  await leaveRota(ctx, volunteerId);
  await ctx.db.updateTable("volunteer_days_volunteer").set({ takenOffAt: ctx.clock.now() }).where("id", "=", volunteerId).execute();
}

/** Whom the desk took off within a day is on the rota as they were; again does nothing. Throws notTakenOff for anybody else: they said no yes that still counts. */
export async function putBackOnRota(ctx: VolunteerDaysContext, volunteerId: string): Promise<void> {
  const { db, clock, audit } = ctx;
  const { joinedRotaAt, takenOffAt } = (await findVolunteer(db, volunteerId))!;
  if (joinedRotaAt !== null) return;
  if (!isUndoable(ctx, takenOffAt)) throw errors.notTakenOff();
  await db.updateTable("volunteer_days_volunteer").set({ joinedRotaAt: clock.now(), takenOffAt: null }).where("id", "=", volunteerId).execute();
  audit("rota.back", volunteerId);
}
