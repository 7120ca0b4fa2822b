import { errors } from "../errors.js";
import { seriesAt } from "../enrol-volunteers/asked-for.js";
import { readSkills } from "../join-rules/skills.js";
import { findBasics, keepBasics, openAll, openBasics } from "../keep-record/basics.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays } from "../sign-up/board.js";
import { findVolunteer, type VolunteerRow } from "../sign-up/sign-up.repository.js";
import { tellDay } from "../tell-time/tell-time.js";
import { joinRota, laterOf } from "./join-rota.js";
import { childrenOfBoth, type ChildrenOfBoth } from "./children-of-both.js";
import { countOf, type Counted } from "./count-rows.js";
import { endSpare, passSpareOn } from "./give-up-spare.js";
import { findSameTimes, placesOfBoth } from "./same-times.js";

/** What becomes of two rows of one human. */
export interface JoinPlan {
  readonly kept: VolunteerRow;
  readonly gone: VolunteerRow;
  /** What goes over. */
  readonly moved: Counted;
  /** Places at the same time as another of theirs, that are given up. */
  readonly spare: readonly string[];
  readonly children: ChildrenOfBoth;
}

/** Looks at two rows of one human; nothing is written. Throws signUpUnknown, joinSelf, joinPersons for two people of the directory, joinTwice where hours stand for both at once. */
export async function planJoin(ctx: VolunteerDaysContext, keptId: string, goneId: string): Promise<JoinPlan> {
  const [kept, gone] = [await findVolunteer(ctx.db, keptId), await findVolunteer(ctx.db, goneId)];
  if (!kept || !gone || kept.placePath !== gone.placePath || kept.name === "" || gone.name === "") throw errors.signUpUnknown({}, "body.otherId");
  if (keptId === goneId) throw errors.joinSelf({}, "body.otherId");
  if (kept.personId !== null && gone.personId !== null) throw errors.joinPersons({}, "body.otherId");
  const { twice, spare } = await findSameTimes(ctx, keptId, goneId);
  if (twice) throw errors.joinTwice({ day: tellDay(twice) }, "body.otherId");
  return { kept, gone, spare, children: await childrenOfBoth(ctx, kept, gone, spare), moved: await countOf(ctx, goneId) };
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
  await db.updateTable("volunteer_days_volunteer").set({ joinedIntoId: keptId }).where("id", "=", goneId).execute();
  // Who was asked under the other name is asked no more: the answer would be nobody's.
  await db.updateTable("volunteer_days_stand_in").set({ state: "closed" }).where("volunteerId", "=", goneId).where("state", "=", "asked").execute();
}

/** What is unique leaves the row that goes, and is the other's: nobody has one number and name, or one person, twice. */
async function takeOver(ctx: VolunteerDaysContext, kept: VolunteerRow, gone: VolunteerRow): Promise<void> {
  const [phone = null] = kept.phone === null && gone.phone !== null ? await openAll(ctx, [gone.phone], "record") : [];
  const standing = await joinStanding(ctx, kept, gone);
  const none = { phone: null, personId: null, joinedRotaAt: null, leftRotaAt: null, takenOffAt: null };
  await ctx.db
    .updateTable("volunteer_days_volunteer")
    .set({ ...none, mayLead: false, isReserve: false, knownSiteIds: [], skills: null })
    .where("id", "=", gone.id)
    .execute();
  await ctx.db
    .updateTable("volunteer_days_volunteer")
    .set({ ...standing, personId: kept.personId ?? gone.personId, ...(phone !== null && { phone, phoneBefore: null, phoneChangedAt: null }) })
    .where("id", "=", kept.id)
    .execute();
}

/** Erases the other name; what waits to be sent to it goes to the number that stays. */
async function forgetName(ctx: VolunteerDaysContext, { id: keptId }: VolunteerRow, goneId: string): Promise<void> {
  const { name, phone } = (await findVolunteer(ctx.db, keptId))!;
  if (phone !== null) await ctx.handOverLetters(goneId, { personId: keptId, name, address: phone });
  await ctx.erase(goneId);
}

/**
 * Two rows of one human become one: places, hours, certificates and entries go over, the later word on the rota counts, what is missing of number, person and basic information is taken over, and
 * the other name is erased. Links keep leading to their places, letters that wait are sent. Throws as planJoin.
 */
export async function joinVolunteers(ctx: VolunteerDaysContext, keptId: string, goneId: string, reason: string): Promise<JoinPlan> {
  const board = await holdDays(
    ctx.db,
    (await placesOfBoth(ctx, [keptId, goneId])).map(({ dayId }) => dayId),
  );
  const plan = await planJoin(ctx, keptId, goneId);
  const { kept, gone, spare, children } = plan;
  const ended = await endSpare(ctx, board, spare);
  const hasBasics = (await findBasics(ctx.db, [keptId])).length > 0;
  const basics = hasBasics ? undefined : await openBasics(ctx, goneId);
  await moveRows(ctx, keptId, goneId);
  await takeOver(ctx, kept, gone);
  await forgetName(ctx, kept, goneId);
  if (basics) await keepBasics(ctx, keptId, basics);
  await passSpareOn(ctx, board, ended, children.alone);
  ctx.audit("person.join", keptId, { other: goneId, reason, ...plan.moved, ended: spare.length });
  return plan;
}
