import { promote, promoteAt } from "../cancel-sign-up/promote.js";
import { errors } from "../errors.js";
import { endAlone } from "../keep-together/end-alone.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays, keepBoard } from "../sign-up/board.js";
import { findSignUp, type SignUpRow } from "../sign-up/sign-up.repository.js";
import { tellTaken } from "../sign-up/tell-joined.js";

/** Somebody says yes to the place held for them; throws offerOver when it is not held any more, dayCancelled, dayUndecided. */
export async function acceptOffer(ctx: VolunteerDaysContext, { id, dayId }: SignUpRow): Promise<void> {
  const { db, clock, publish, audit } = ctx;
  const board = await holdDays(db, [dayId]);
  const open = board.get(dayId)!;
  const { day } = open;
  const row = (await findSignUp(db, id))!;
  if (row.state !== "offered" || row.endedAt !== null || row.offeredUntil! < clock.now()) throw errors.offerOver();
  if (day.state === "cancelled") throw errors.dayCancelled({ day: day.heldOn });
  if (day.state === "undecided") throw errors.dayUndecided({ holiday: day.holiday ?? "" });
  const yes = { state: "confirmed", confirmedAt: clock.now(), offeredUntil: null, sequence: row.sequence + 1 };
  await db.updateTable("volunteer_days_sign_up").set(yes).where("id", "=", id).execute();
  // A child who waits for them comes along.
  if (row.ageBand === "adult") await promoteAt(ctx, open, open.posts.find((post) => post.id === row.postId)!.siteId);
  await keepBoard(db, board);
  await tellTaken(ctx, open, row);
  publish("promoted", dayId, { signUpId: id, dayId });
  audit("offer.accept", id);
}

const lapsedNow = ({ db, clock }: VolunteerDaysContext) =>
  db.selectFrom("volunteer_days_sign_up").selectAll().where("offeredUntil", "<", clock.now()).where("state", "=", "offered").orderBy("dayId").execute();

/** Places whose time to answer is over go to the next in line; who did not answer may sign up again, without any consequence. Gives how many lapsed. */
export async function endOffers(ctx: VolunteerDaysContext): Promise<number> {
  const { db, clock, audit } = ctx;
  const board = await holdDays(
    db,
    (await lapsedNow(ctx)).map(({ dayId }) => dayId),
  );
  // Read again now that the days are held: somebody may have said yes meanwhile.
  const lapsed = (await lapsedNow(ctx)).filter(({ dayId }) => board.has(dayId));
  for (const row of lapsed) {
    const { id, dayId, postId, sequence } = row;
    const open = board.get(dayId)!;
    const post = open.posts.find((one) => one.id === postId)!;
    const ended = { state: "cancelled", endedAt: clock.now(), endReason: "lapsed", offeredUntil: null, sequence: sequence + 1 };
    await db.updateTable("volunteer_days_sign_up").set(ended).where("id", "=", id).execute();
    Object.assign(post, { taken: post.taken - 1, isChanged: true });
    audit("offer.lapse", id);
  }
  for (const open of board.values()) if (open.day.state === "open") for (const post of open.posts) if (post.isChanged) await promote(ctx, open, post);
  for (const row of lapsed) await endAlone(ctx, board.get(row.dayId)!, row);
  await keepBoard(db, board);
  return lapsed.length;
}
