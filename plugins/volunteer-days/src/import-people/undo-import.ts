import { everywhere } from "@lianxin/plugin-kit";
import { cancelSignUp } from "../cancel-sign-up/cancel-sign-up.js";
import { leaveRota, standingOf, type RotaStanding } from "../enrol-volunteers/enrol-volunteer.js";
import { findDay } from "../keep-days/day.repository.js";
import type { Told } from "../tell-volunteers/reach.js";
import { errors } from "../errors.js";
import type { VolunteerDaysContext, VolunteerDaysDb } from "../plugin.js";
import { findSignUp, findVolunteer } from "../sign-up/sign-up.repository.js";
import { addMinutes } from "../tell-time/tell-time.js";
import { reachedOf, tellTakenBack } from "./tell-brought.js";
import type { LeftWord } from "./left-word.js";
import type { ImportRow } from "./keep-import.js";

const [linesPerTurn, undoableMinutes] = [100, 24 * 60];

const linesOf = (db: VolunteerDaysDb, importId: string) =>
  db.selectFrom("volunteer_days_import_line").selectAll().where("importId", "=", importId).where("deed", "in", ["added", "changed"]);
type LineRow = Awaited<ReturnType<ReturnType<typeof linesOf>["execute"]>>[number];

/** A place is given back unless it ended, was used, or the day is over; whoever waits first gets it, and who had it is told. */
async function giveBack(ctx: VolunteerDaysContext, signUpId: string): Promise<boolean> {
  const row = await findSignUp(ctx.db, signUpId);
  const day = row && (await findDay(ctx.db, row.dayId));
  if (!row || !day || row.endedAt !== null || row.arrivedAt !== null || row.isAbsent || day.endsAt <= ctx.clock.now()) return false;
  await cancelSignUp(ctx, row, "undone");
  await tellTakenBack(ctx, day, row);
  return true;
}

/** Somebody's standing is as it was before, unless it was changed since. */
async function restore(ctx: VolunteerDaysContext, { volunteerId, deed, before, after }: LineRow): Promise<boolean> {
  const now = await findVolunteer(ctx.db, volunteerId);
  if (!now || now.joinedRotaAt === null || after === null || JSON.stringify(standingOf(now)) !== after) return false;
  if (deed === "added") {
    await leaveRota(ctx, volunteerId);
    // Who had left by their own word has left again, and may come back by it.
    if (before !== null)
      await ctx.db
        .updateTable("volunteer_days_volunteer")
        .set(JSON.parse(before) as LeftWord)
        .where("id", "=", volunteerId)
        .execute();
    return true;
  }
  const { knownSiteIds, ...was } = JSON.parse(before!) as RotaStanding;
  await ctx.db
    .updateTable("volunteer_days_volunteer")
    .set({ ...was, knownSiteIds: [...knownSiteIds] })
    .where("id", "=", volunteerId)
    .execute();
  return true;
}

/** Whom the list alone brought here, and who never asked for anything, is not kept: name and number go. */
async function forget({ db, erase }: VolunteerDaysContext, volunteerId: string): Promise<void> {
  const signUp = await db.selectFrom("volunteer_days_sign_up").select("id").where("volunteerId", "=", volunteerId).executeTakeFirst();
  const service = await everywhere(db, "volunteer_days_service", "somebody with minutes stays")
    .select("id")
    .where("volunteerId", "=", volunteerId)
    .executeTakeFirst();
  if (signUp || service) return;
  await erase(volunteerId);
}

/** What a turn did; of a list of a day also whom it reaches that their place is gone. */
export interface Undone extends Told {
  readonly undone: number;
  readonly kept: number;
  readonly isDone: boolean;
}

/**
 * Takes a list back, a turn at a time, last line first, within a day; call again until it is done. What was changed or used since stays. Throws importUndone, importTooOld.
 */
export async function undoImport(ctx: VolunteerDaysContext, batch: ImportRow): Promise<Undone> {
  const { db, clock, audit } = ctx;
  if (batch.undoneAt !== null) throw errors.importUndone();
  if (addMinutes(batch.importedAt, undoableMinutes) < clock.now()) throw errors.importTooOld();
  const lines = await linesOf(db, batch.id).orderBy("line", "desc").orderBy("id", "desc").limit(linesPerTurn).execute();
  const counts = { undone: 0, kept: 0 };
  const gone: LineRow[] = [];
  for (const line of lines) {
    const isBack = line.signUpId === null ? await restore(ctx, line) : await giveBack(ctx, line.signUpId);
    counts[isBack ? "undone" : "kept"]++;
    if (isBack && line.signUpId !== null) gone.push(line);
    const deed = isBack ? "undone" : "kept";
    await db.updateTable("volunteer_days_import_line").set({ deed, before: null, after: null }).where("id", "=", line.id).execute();
    if (isBack && line.isNew) await forget(ctx, line.volunteerId);
  }
  const told = await reachedOf(ctx, gone);
  const isDone = lines.length < linesPerTurn;
  if (isDone) await db.updateTable("volunteer_days_import").set({ undoneAt: clock.now() }).where("id", "=", batch.id).execute();
  audit("import.undo", batch.id, counts);
  return { ...counts, isDone, ...told };
}
