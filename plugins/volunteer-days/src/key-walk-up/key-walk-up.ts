import { errors } from "../errors.js";
import { opensMinutes } from "../check-in-self/rotating-code.js";
import { checkIn, hasOpened } from "../hold-day/check-in.js";
import type { AgeBand } from "../join-rules/age-rules.js";
import { canJoin, noCompany } from "../join-rules/can-join.js";
import type { DayRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays, keepBoard, type OpenDay, type OpenPost } from "../sign-up/board.js";
import { findVolunteers } from "../sign-up/find-volunteers.js";
import { newSignUp } from "../sign-up/new-sign-up.js";
import { nameKeyOf, readName, readPhone } from "../sign-up/read-person.js";
import { activeOn } from "../sign-up/sign-up.repository.js";
import { tellNumber } from "../tell-time/tell-time.js";
import { seat, take } from "./seat.js";

/** Somebody who came without having signed up, as a row at the end of the paper. Times are the wall clock of the day; left out: the whole of it. */
export interface WalkUp {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly siteId: string;
  readonly ageBand?: AgeBand | undefined;
  readonly hasGuardian?: boolean | undefined;
  readonly time?: string | undefined;
  readonly left?: string | undefined;
}

export interface KeyedIn {
  readonly signUpId: string;
  readonly number: string;
  readonly name: string;
  /** They stood on no list before. */
  readonly isNew: boolean;
}

async function whoIs(ctx: VolunteerDaysContext, { placePath }: DayRow, said: WalkUp): Promise<string> {
  const name = readName(said.name);
  const phone = said.phone === undefined ? null : readPhone(said.phone);
  const [found] = await findVolunteers(ctx, [{ placePath, name, nameKey: nameKeyOf(name), phone, personId: null }]);
  return found!.id;
}

/** The members' post of the site where they were, judged as on the day itself; that it is full or closed by now changes nothing about their having been there. */
function choosePost({ day, posts }: OpenDay, { siteId, ageBand = "adult", hasGuardian = false }: WalkUp): OpenPost {
  const here = posts.filter((post) => post.siteId === siteId && post.kind === "member");
  const post = here.find(({ taken, most }) => taken < most) ?? here[0];
  if (!post) throw errors.postUnknown({}, "body.siteId");
  // At the desk a guardian is seen, not promised.
  const company = hasGuardian ? new Map([[siteId, "there"]] as const) : noCompany;
  const person = { ageBand, hasGuardian, company, mayLead: false, skills: [] };
  const judged = canJoin({ now: day.startsAt, day, person, others: [], post: { ...post, taken: 0, siteClosedOn: null } });
  const [obstacle] = judged.filter(({ mayWait }) => !mayWait);
  if (obstacle?.code === "companyNeeded") throw errors.companyUnseen({}, "body.hasGuardian");
  if (obstacle) throw errors[obstacle.code as Exclude<typeof obstacle.code, "postFull">]({ day: day.heldOn });
  return post;
}

/**
 * Somebody who came without having signed up, written down on the spot or from the paper afterwards: they have a place at the site, one more than was planned
 * where all are taken, with the times of their row, and hours like everybody. Who had a place already is ticked off there, at another site by the community's
 * desk alone (`isWhole`), else signedElsewhere. Throws dayNotBegun, dayCancelled,
 * postUnknown, hoursRecorded, what the rules say of their age, and of the times.
 */
export async function keyWalkUp(ctx: VolunteerDaysContext, { id: dayId }: DayRow, said: WalkUp, isWhole = true): Promise<KeyedIn> {
  const { db, clock, actor, publish, audit } = ctx;
  const open = (await holdDays(db, [dayId])).get(dayId)!;
  const { day } = open;
  if (day.state !== "open") throw errors.dayCancelled({ day: day.heldOn });
  if (!hasOpened(ctx, day)) throw errors.dayNotBegun({ day: day.heldOn, minutes: opensMinutes });
  const post = choosePost(open, said);
  const volunteerId = await whoIs(ctx, day, said);
  const before = (await activeOn(db, dayId)).find((row) => row.volunteerId === volunteerId);
  const isElsewhere = open.posts.some(({ id, siteId }) => id === before?.postId && siteId !== said.siteId);
  if (isElsewhere && !isWhole) throw errors.signedElsewhere({}, "body.name");
  const { ageBand = "adult", hasGuardian = false } = said;
  const row = before ? undefined : newSignUp(ctx, open, post.id, { volunteerId, ageBand, hasGuardian, via: "walkUp", enteredById: actor.personId });
  if (before && before.state !== "confirmed") await seat(ctx, open, post, before);
  if (row) {
    await take(ctx, post);
    await db.insertInto("volunteer_days_sign_up").values(row).execute();
    publish("signedUp", dayId, { signUpId: row.id, dayId, state: "confirmed" });
    audit("signUp", row.id, { dayId, state: "confirmed", number: row.number, via: "walkUp" });
  }
  await keepBoard(db, new Map([[dayId, open]]));
  const { signUpId, number } = before ?? { signUpId: row!.id, number: row!.number };
  const which = day.endsAt > clock.now() ? { signUpId } : { code: String(number) };
  const { name } = await checkIn(ctx, day, which, { act: "arrive", time: said.time, left: said.left });
  return { signUpId, number: tellNumber(day.originalOn, number), name, isNew: row !== undefined };
}
