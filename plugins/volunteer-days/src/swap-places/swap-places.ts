import { errors } from "../errors.js";
import type { AgeBand } from "../join-rules/age-rules.js";
import { judgePerson, judgePost, type Obstacle } from "../join-rules/can-join.js";
import { readSkills } from "../join-rules/skills.js";
import { endAlone } from "../keep-together/end-alone.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays, keepBoard, type Board, type OpenDay } from "../sign-up/board.js";
import { companyOf } from "../sign-up/find-company.js";
import { newSignUp, type NewSignUp } from "../sign-up/new-sign-up.js";
import { placesOf } from "../sign-up/other-places.repository.js";
import { linkOf } from "../sign-up/private-link.js";
import { findSignUp, findVolunteer, type SignUpRow } from "../sign-up/sign-up.repository.js";
import { tellTaken } from "../sign-up/tell-joined.js";
import { tellNumber, tellWhen } from "../tell-time/tell-time.js";
import { tellEnded } from "./tell-ended.js";
import type { SwapRow } from "./swap.repository.js";

interface Side {
  readonly row: SignUpRow;
  readonly open: OpenDay;
}
const postIn = ({ open, row }: Side) => open.posts.find(({ id }) => id === row.postId)!;

/** Why one cannot have the other's place, their own given back. */
async function judgeSide(ctx: VolunteerDaysContext, mine: Side, theirs: Side): Promise<Obstacle | undefined> {
  const { volunteerId, ageBand, hasGuardian, id } = mine.row;
  const { mayLead, skills, phoneIndex, personId } = (await findVolunteer(ctx.db, volunteerId))!;
  const company = await companyOf(ctx, theirs.open.day, { ageBand, phoneIndex, personId }, id);
  const others = (await placesOf(ctx, [volunteerId])).get(volunteerId)!.filter((one) => one.id !== id);
  const person = { ageBand: ageBand as AgeBand, hasGuardian, company, mayLead, skills: readSkills(skills) };
  const facts = { now: ctx.clock.now(), day: theirs.open.day, person, others };
  return [...judgePerson(facts), ...judgePost({ ...facts, post: postIn(theirs) })][0];
}

/** Both places, their days held, and nothing in the way on either side. Throws signUpOver, swapSame, dayEnded, swapMine, swapTheirs. */
export async function checkSwap(ctx: VolunteerDaysContext, fromId: string, toId: string): Promise<{ from: Side; to: Side; board: Board }> {
  const dayIds = await Promise.all([fromId, toId].map(async (id) => (await findSignUp(ctx.db, id))!.dayId));
  const board = await holdDays(ctx.db, dayIds);
  const [from, to] = await Promise.all(
    [fromId, toId].map(async (id): Promise<Side> => {
      const row = (await findSignUp(ctx.db, id))!;
      return { row, open: board.get(row.dayId)! };
    }),
  );
  for (const { row, open } of [from!, to!]) {
    if (row.state !== "confirmed" || row.endedAt !== null) throw errors.signUpOver({}, "body.number");
    if (open.day.startsAt <= ctx.clock.now()) throw errors.dayEnded({ day: open.day.heldOn }, "body.number");
  }
  if (from!.row.postId === to!.row.postId || from!.row.volunteerId === to!.row.volunteerId) throw errors.swapSame({}, "body.number");
  const [mine, theirs] = [await judgeSide(ctx, from!, to!), await judgeSide(ctx, to!, from!)];
  const why = (code: string) => ctx.text(`volunteer-days.error.${code}`, { day: "" });
  if (mine) throw errors.swapMine({ why: why(mine.code) }, "body.number");
  if (theirs) throw errors.swapTheirs({ why: why(theirs.code) }, "body.number");
  return { from: from!, to: to!, board };
}

const takerOf = ({ row: { volunteerId, ageBand, hasGuardian } }: Side) => ({
  volunteerId,
  ageBand: ageBand as AgeBand,
  hasGuardian,
  via: "swap" as const,
  enteredById: null,
});
/** "9月17日（周四）8:30–10:30 和平苑" */
export const placeName = ({ clock }: VolunteerDaysContext, side: Side): string =>
  `${tellWhen(side.open.day.heldOn, side.open.day.startsAt, side.open.day.endsAt, clock.zone)} ${postIn(side).siteName}`;

/** Both sign-ups end and each person has the other's place, in one transaction; who asked is told. Throws swapOver and what checkSwap throws. */
export async function acceptSwap(ctx: VolunteerDaysContext, swap: SwapRow): Promise<string> {
  const { db, clock, audit } = ctx;
  if (swap.state !== "asked") throw errors.swapOver();
  const { from, to, board } = await checkSwap(ctx, swap.fromSignUpId, swap.toSignUpId);
  for (const { row } of [from, to]) {
    const ended = { state: "cancelled", endedAt: clock.now(), endReason: "swapped", sequence: row.sequence + 1 };
    await db.updateTable("volunteer_days_sign_up").set(ended).where("id", "=", row.id).execute();
  }
  const [toFrom, toTo] = [newSignUp(ctx, to.open, to.row.postId, takerOf(from)), newSignUp(ctx, from.open, from.row.postId, takerOf(to))];
  await db.insertInto("volunteer_days_sign_up").values([toFrom, toTo]).execute();
  for (const { open, row } of [from, to]) await endAlone(ctx, open, row);
  await keepBoard(db, board);
  await db.updateTable("volunteer_days_swap").set({ state: "accepted", answeredAt: clock.now() }).where("id", "=", swap.id).execute();
  const newOf = (place: Side, { id, number }: NewSignUp) => {
    const told = tellNumber(place.open.day.originalOn, number);
    return { place: placeName(ctx, place), number: told, newLink: ctx.linkTo(linkOf(ctx, id)) };
  };
  await tellEnded(ctx, from.open, from.row, "swapped", newOf(to, toFrom));
  await tellEnded(ctx, to.open, to.row, "swapAgreed", newOf(from, toTo), true);
  await tellTaken(ctx, to.open, toFrom);
  await tellTaken(ctx, from.open, toTo);
  audit("swap.accept", swap.id, { from: from.row.id, to: to.row.id });
  return linkOf(ctx, toTo.id);
}
