import { errors } from "../errors.js";
import { bringAlong } from "../keep-together/bring-along.js";
import { endAlone } from "../keep-together/end-alone.js";
import { postsOf } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { hasHours } from "../record-hours/service.repository.js";
import { holdDays, keepBoard, type OpenDay, type OpenPost } from "../sign-up/board.js";
import { joinMany, type Joined } from "../sign-up/join-many.js";
import { fitsLink } from "../sign-up/private-link.js";
import { tellJoined } from "../sign-up/tell-joined.js";
import { findSignUp, findVolunteer, type SignUpRow } from "../sign-up/sign-up.repository.js";
import type { AgeBand } from "../join-rules/age-rules.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { writeToVolunteers } from "../tell-volunteers/write-to-volunteers.js";
import { promote } from "./promote.js";

/** Why a place ended: given back by the person or at the desk, an offer nobody answered, taken over by a stand-in, swapped, a list that was taken back, the child's grown-up does not come, no team goes to that site any more or it has no leader any more, the person was erased, it was at the time of another place of the same human. */
export type EndReason = "self" | "desk" | "lapsed" | "stoodIn" | "swapped" | "undone" | "alone" | "siteClosed" | "noLeader" | "erased" | "joined";

/** The sign-up of a private link; throws linkUnknown alike for a wrong key and for one that is not there. */
export async function getByLink(ctx: VolunteerDaysContext, signUpId: string, key: string): Promise<SignUpRow> {
  const row = fitsLink(ctx, signUpId, key) ? await findSignUp(ctx.db, signUpId) : undefined;
  if (!row) throw errors.linkUnknown();
  return row;
}

/** Holds the day of a sign-up and reads it again, as others may have changed it meanwhile. */
async function hold(ctx: VolunteerDaysContext, { id, dayId }: SignUpRow): Promise<{ row: SignUpRow; open: OpenDay; post: OpenPost }> {
  const open = (await holdDays(ctx.db, [dayId])).get(dayId)!;
  const row = (await findSignUp(ctx.db, id))!;
  return { row, open, post: open.posts.find((post) => post.id === row.postId)! };
}

/** A calendar that was invited by mail hears that they are not coming; nobody else is written to. */
export async function withdraw(ctx: VolunteerDaysContext, { id, volunteerId, confirmedAt, sequence }: SignUpRow, { day }: OpenDay): Promise<void> {
  const { personId, name, phone } = (await findVolunteer(ctx.db, volunteerId))!;
  if (confirmedAt === null || personId === null) return;
  const message = { occasion: "withdrawn", key: `withdrawn-${sequence + 1}`, startsAt: day.startsAt, isForCalendars: true } as const;
  await writeToVolunteers(ctx, [{ signUpId: id, volunteerId, name, phone, personId }], { ...message, params: await paramsOf(ctx, day) });
}

/** Keyed in by the desk from the paper, by mistake: taken out even when the day is over, as long as no hours stand. */
const isSlip = async ({ db }: VolunteerDaysContext, { id, via }: SignUpRow, endReason: EndReason): Promise<boolean> =>
  via === "walkUp" && endReason === "desk" && !(await hasHours(db, id));

/** Gives a place, or a place in line, back; whoever waits first gets it in the same transaction. Gives how many children's places ended with it. Throws signUpOver, dayEnded. */
export async function cancelSignUp(ctx: VolunteerDaysContext, before: SignUpRow, endReason: EndReason): Promise<number> {
  const { db, clock, publish, audit } = ctx;
  const { row, open, post } = await hold(ctx, before);
  if (row.endedAt !== null) throw errors.signUpOver();
  if (open.day.endsAt <= clock.now() && !(await isSlip(ctx, row, endReason))) throw errors.dayEnded({ day: open.day.heldOn });
  const ended = { state: "cancelled", endedAt: clock.now(), endReason, sequence: row.sequence + 1, offeredUntil: null };
  await db.updateTable("volunteer_days_sign_up").set(ended).where("id", "=", row.id).execute();
  if (row.state === "waiting") post.waiting--;
  else post.taken--;
  post.isChanged = true;
  if (open.day.state === "open") await promote(ctx, open, post);
  const children = await endAlone(ctx, open, row);
  await keepBoard(db, new Map([[open.day.id, open]]));
  await withdraw(ctx, row, open);
  publish("cancelled", row.dayId, { signUpId: row.id, dayId: row.dayId });
  audit("cancel", row.id, { reason: endReason });
  return children;
}

/** Who says that somebody comes after all: they themselves by their private link, or the desk for them. */
interface Word {
  readonly via: "public" | "worker";
  readonly enteredById: string | null;
}

/** They come after all: a place when one is free, else the end of the line; who has one again already is led to it. Throws what stands in the way. */
export async function joinAgain(ctx: VolunteerDaysContext, row: SignUpRow, word: Word = { via: "public", enteredById: null }): Promise<Joined> {
  const { dayId, volunteerId, postId, ageBand, hasGuardian } = row;
  const post = (await postsOf(ctx.db, [dayId])).find(({ id }) => id === postId)!;
  // Where no team goes any more, the community chooses another site; who led a team that has no leader now is one of it.
  const wish = post.siteClosedOn !== null ? {} : post.isUnled ? { siteId: post.siteId } : { postId };
  const asked = { dayId, ...wish, who: { volunteerId }, ageBand: ageBand as AgeBand, hasGuardian, ...word, hasKey: true };
  const joined = (await joinMany(ctx, [asked]))[0]!;
  if (joined instanceof Error) throw joined;
  await tellJoined(ctx, joined);
  if (!joined.isKnown) await bringAlong(ctx, row, word);
  return joined;
}
