import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { fitsKey, keyedPath } from "../sign-up/private-link.js";
import { findVolunteer, type SignUpRow } from "../sign-up/sign-up.repository.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { writeToVolunteers } from "../tell-volunteers/write-to-volunteers.js";
import { findByNumber, findSwap, type SwapRow } from "./swap.repository.js";
import { checkSwap, placeName } from "./swap-places.js";

/**
 * Asks whoever has a number to swap places; both stay where they are until they say yes. Throws swapUnknown, and what checkSwap throws, so that nobody
 * is asked what could not be.
 */
export async function askSwap(ctx: VolunteerDaysContext, row: SignUpRow, number: string): Promise<void> {
  const { db, clock, newId, audit } = ctx;
  const { placePath } = (await findVolunteer(db, row.volunteerId))!;
  const toId = await findByNumber(db, placePath, number.trim(), clock.today());
  if (!toId) throw errors.swapUnknown({}, "body.number");
  const { from, to } = await checkSwap(ctx, row.id, toId);
  const swap = { id: newId(), fromSignUpId: row.id, toSignUpId: toId, state: "asked", askedAt: clock.now(), answeredAt: null };
  await db.insertInto("volunteer_days_swap").values(swap).execute();
  const { id: volunteerId, name, phone, personId } = (await findVolunteer(db, to.row.volunteerId))!;
  const message = { occasion: "swap", key: `swap-${swap.id}`, startsAt: to.open.day.startsAt, path: keyedPath(ctx, "swap", swap.id) } as const;
  const params = { ...(await paramsOf(ctx, to.open.day)), own: placeName(ctx, to), place: placeName(ctx, from) };
  await writeToVolunteers(ctx, [{ signUpId: to.row.id, volunteerId, name, phone, personId }], { ...message, params });
  audit("swap.ask", swap.id, { from: row.id, to: toId });
}

/** What somebody is asked, by their link; throws linkUnknown alike for a wrong key and for one that is not there. */
export async function getSwap(ctx: VolunteerDaysContext, id: string, key: string): Promise<SwapRow> {
  const row = fitsKey(ctx, "swap", id, key) ? await findSwap(ctx.db, id) : undefined;
  if (!row) throw errors.linkUnknown();
  return row;
}

/** Says no, without any consequence; both keep their places. */
export async function declineSwap({ db, clock, audit }: VolunteerDaysContext, { id }: SwapRow): Promise<void> {
  const said = { state: "declined", answeredAt: clock.now() };
  await db.updateTable("volunteer_days_swap").set(said).where("id", "=", id).where("state", "=", "asked").execute();
  audit("swap.decline", id);
}
