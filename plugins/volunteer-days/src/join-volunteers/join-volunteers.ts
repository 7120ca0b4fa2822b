import { cancelSignUp } from "../cancel-sign-up/cancel-sign-up.js";
import { errors } from "../errors.js";
import { seriesAt } from "../enrol-volunteers/asked-for.js";
import { readSkills } from "../join-rules/skills.js";
import { findDay } from "../keep-days/day.repository.js";
import { findBasics, keepBasics, openAll, openBasics } from "../keep-record/basics.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays, keepBoard } from "../sign-up/board.js";
import { findSignUp, findVolunteer, type VolunteerRow } from "../sign-up/sign-up.repository.js";
import { tellDay } from "../tell-time/tell-time.js";
import { joinRota, laterOf } from "./join-rota.js";
import { findSameTimes } from "./same-times.js";
import { countOf, type Counted } from "./count-rows.js";

/** What becomes of two rows of one human. */
export interface JoinPlan {
  readonly kept: VolunteerRow;
  readonly gone: VolunteerRow;
  /** What goes over. */
  readonly moved: Counted;
  /** Places at the same time as another of theirs, that are given up. */
  readonly spare: readonly string[];
}

/** Looks at two rows of one human; nothing is written. Throws signUpUnknown, joinSelf, joinPersons for two people of the directory, joinTwice where hours stand for both at once. */
export async function planJoin(ctx: VolunteerDaysContext, keptId: string, goneId: string): Promise<JoinPlan> {
  const [kept, gone] = [await findVolunteer(ctx.db, keptId), await findVolunteer(ctx.db, goneId)];
  if (!kept || !gone || kept.placePath !== gone.placePath || kept.name === "" || gone.name === "") throw errors.signUpUnknown({}, "body.otherId");
  if (keptId === goneId) throw errors.joinSelf({}, "body.otherId");
  if (kept.personId !== null && gone.personId !== null) throw errors.joinPersons({}, "body.otherId");
  const { twice, spare } = await findSameTimes(ctx, keptId, goneId);
  if (twice) throw errors.joinTwice({ day: tellDay(twice) }, "body.otherId");
  return { kept, gone, spare, moved: await countOf(ctx, goneId) };
}

/** A place that is somebody else's place of the same human; of a day that is over nobody moves up. */
async function giveUp(ctx: VolunteerDaysContext, id: string): Promise<void> {
  const row = (await findSignUp(ctx.db, id))!;
  const day = (await findDay(ctx.db, row.dayId))!;
  if (day.endsAt > ctx.clock.now()) {
    await cancelSignUp(ctx, row, "joined");
    return;
  }
  const board = await holdDays(ctx.db, [row.dayId]);
  const post = board.get(row.dayId)!.posts.find((one) => one.id === row.postId)!;
  Object.assign(post, row.state === "waiting" ? { waiting: post.waiting - 1 } : { taken: post.taken - 1 }, { isChanged: true });
  const ended = { state: "cancelled", endedAt: ctx.clock.now(), endReason: "joined", sequence: row.sequence + 1, offeredUntil: null };
  await ctx.db.updateTable("volunteer_days_sign_up").set(ended).where("id", "=", id).execute();
  await keepBoard(ctx.db, board);
}

/** What is known of both, and how they stand to the rota. */
async function joinStanding({ db }: VolunteerDaysContext, kept: VolunteerRow, gone: VolunteerRow) {
  const all = await seriesAt(db, kept.placePath);
  const [first, second] = kept.joinedRotaAt === null && gone.joinedRotaAt !== null ? [gone, kept] : [kept, gone];
  return {
    ...{ mayLead: kept.mayLead || gone.mayLead, isReserve: first.isReserve, ageBand: first.ageBand ?? second.ageBand },
    guardianAgreedOn: first.guardianAgreedOn ?? second.guardianAgreedOn,
    knownSiteIds: [...new Set([...kept.knownSiteIds, ...gone.knownSiteIds])],
    skills: [...new Set([...readSkills(kept.skills), ...readSkills(gone.skills)])].join("、") || null,
    rotaPausedUntil: laterOf(kept.rotaPausedUntil, gone.rotaPausedUntil),
    ...joinRota([first, second], all),
  };
}

async function moveRows({ db }: VolunteerDaysContext, keptId: string, goneId: string): Promise<void> {
  const to = { volunteerId: keptId };
  await db.updateTable("volunteer_days_sign_up").set(to).where("volunteerId", "=", goneId).execute();
  await db.updateTable("volunteer_days_service").set(to).where("volunteerId", "=", goneId).execute();
  await db.updateTable("volunteer_days_service").set({ leaderId: keptId }).where("leaderId", "=", goneId).execute();
  await db.updateTable("volunteer_days_certificate").set(to).where("volunteerId", "=", goneId).execute();
  await db.updateTable("volunteer_days_record_entry").set(to).where("volunteerId", "=", goneId).execute();
  await db.updateTable("volunteer_days_import_line").set(to).where("volunteerId", "=", goneId).execute();
  // Who was asked under the other name is asked no more: the answer would be nobody's.
  await db.updateTable("volunteer_days_stand_in").set({ state: "closed" }).where("volunteerId", "=", goneId).where("state", "=", "asked").execute();
}

/**
 * Two rows of one human become one: places, hours, certificates and entries go over, the later word on the rota counts, what is missing of number, person and basic information is taken over, and
 * the other name is erased. Links keep leading to their places. Throws as planJoin.
 */
export async function joinVolunteers(ctx: VolunteerDaysContext, keptId: string, goneId: string, reason: string): Promise<JoinPlan> {
  const plan = await planJoin(ctx, keptId, goneId);
  const { kept, gone, spare } = plan;
  for (const id of spare) await giveUp(ctx, id);
  const [phone = null] = kept.phone === null && gone.phone !== null ? await openAll(ctx, [gone.phone], "record") : [];
  const hasBasics = (await findBasics(ctx.db, [keptId])).length > 0;
  const basics = hasBasics ? undefined : await openBasics(ctx, goneId);
  const standing = await joinStanding(ctx, kept, gone);
  await moveRows(ctx, keptId, goneId);
  // The other row first: nobody has one number and name, or one person, twice.
  await ctx.erase(goneId);
  await ctx.db
    .updateTable("volunteer_days_volunteer")
    .set({ personId: null, joinedRotaAt: null, leftRotaAt: null, takenOffAt: null, mayLead: false, isReserve: false, knownSiteIds: [], skills: null })
    .where("id", "=", goneId)
    .execute();
  await ctx.db
    .updateTable("volunteer_days_volunteer")
    .set({ ...standing, personId: kept.personId ?? gone.personId, ...(phone !== null && { phone }) })
    .where("id", "=", keptId)
    .execute();
  if (basics) await keepBasics(ctx, keptId, basics);
  ctx.audit("person.join", keptId, { other: goneId, reason, ...plan.moved, ended: spare.length });
  return plan;
}
