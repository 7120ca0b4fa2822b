import { errors } from "../errors.js";
import type { AgeBand } from "../join-rules/age-rules.js";
import { endAlone } from "../keep-together/end-alone.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { keepBoard } from "../sign-up/board.js";
import { newSignUp } from "../sign-up/new-sign-up.js";
import { placesOf } from "../sign-up/other-places.repository.js";
import { fitsKey, linkOf } from "../sign-up/private-link.js";
import { findSignUp, findVolunteer } from "../sign-up/sign-up.repository.js";
import { tellTaken } from "../sign-up/tell-joined.js";
import { tellEnded } from "../swap-places/tell-ended.js";
import { holdPlace, judgeTaker } from "./ask-stand-ins.js";
import { findStandIn, type StandInRow } from "./stand-in.repository.js";

/** What somebody was asked, by their link; throws linkUnknown alike for a wrong key and for one that is not there. */
export async function getStandIn(ctx: VolunteerDaysContext, id: string, key: string): Promise<StandInRow> {
  const row = fitsKey(ctx, "stand-in", id, key) ? await findStandIn(ctx.db, id) : undefined;
  if (!row) throw errors.linkUnknown();
  return row;
}

/** Says no, without any consequence. */
export async function declineStandIn({ db, clock, audit }: VolunteerDaysContext, { id }: StandInRow): Promise<void> {
  const said = { state: "declined", answeredAt: clock.now() };
  await db.updateTable("volunteer_days_stand_in").set(said).where("id", "=", id).where("state", "=", "asked").execute();
  audit("standIn.decline", id);
}

/**
 * Says yes: the place is theirs, its holder is free and told so, the others who were asked are not needed any more. All in one transaction: the place
 * is never without somebody, and never has two. Throws standInOver, signUpOver, dayEnded, and what stands in the way now.
 */
export async function acceptStandIn(ctx: VolunteerDaysContext, { id, signUpId, volunteerId }: StandInRow): Promise<string> {
  const { db, clock, publish, audit } = ctx;
  const { row, open, post } = await holdPlace(ctx, (await findSignUp(db, signUpId))!);
  if ((await findStandIn(db, id))!.state !== "asked") throw errors.standInOver();
  const taker = (await findVolunteer(db, volunteerId))!;
  const [obstacle] = judgeTaker(clock.now(), open, post, taker, (await placesOf(ctx, [volunteerId])).get(volunteerId)!);
  if (obstacle) throw errors[obstacle.code as Exclude<typeof obstacle.code, "postFull">]({ day: open.day.heldOn });
  const ended = { state: "cancelled", endedAt: clock.now(), endReason: "stoodIn", sequence: row.sequence + 1 };
  await db.updateTable("volunteer_days_sign_up").set(ended).where("id", "=", row.id).execute();
  const facts = { ageBand: (taker.ageBand ?? "adult") as AgeBand, hasGuardian: taker.guardianAgreedOn !== null, enteredById: null };
  const fresh = newSignUp(ctx, open, post.id, { volunteerId, ...facts, via: "standIn" });
  await db.insertInto("volunteer_days_sign_up").values(fresh).execute();
  await endAlone(ctx, open, row);
  await keepBoard(db, new Map([[open.day.id, open]]));
  const now = clock.now();
  await db.updateTable("volunteer_days_stand_in").set({ state: "accepted", answeredAt: now }).where("id", "=", id).execute();
  await db.updateTable("volunteer_days_stand_in").set({ state: "closed" }).where("signUpId", "=", signUpId).where("state", "=", "asked").execute();
  await tellEnded(ctx, open, row, "stoodIn");
  await tellTaken(ctx, open, fresh);
  publish("signedUp", open.day.id, { signUpId: fresh.id, dayId: open.day.id, state: "confirmed" });
  audit("standIn.accept", fresh.id, { insteadOf: row.id });
  return linkOf(ctx, fresh.id);
}
