import { errors } from "../errors.js";
import { consentTextOn, consentTexts, type ConsentPurpose } from "../judge-safety/consent-texts.js";
import { hasConsent, type ConsentFact } from "../judge-safety/has-consent.js";
import { restoreTaken } from "../enrol-children/restore-taken.js";
import { eraseChild, isPresent, type EndedBy } from "../keep-children/erase-child.js";
import { mustBeSigned } from "../keep-children/signed-answers.js";
import { findChild, kinOfChildren } from "../keep-children/child.repository.js";
import { rejudge } from "../keep-safe/rejudge.js";
import { consentsOf, findProgramme, lockSessionsOfChild } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { dayOf, isDay } from "../tell-time/tell-time.js";
import { agreesToData, whoEnds } from "./agrees-to-data.js";

export interface NewAnswer {
  readonly guardianId: string;
  readonly purpose: ConsentPurpose;
  readonly isYes: boolean;
  readonly programmeId?: string | undefined;
  readonly untilOn?: string | undefined;
  /** Of a yes on paper: the day it was signed, and in which wording; today's where nothing is said. */
  readonly givenOn?: string | undefined;
  readonly textVersion?: string | undefined;
  readonly via: "paper" | "page";
}

/**
 * What a guardian says about one purpose: yes from the day and in the wording it was signed, or no from now on, which is also how a yes is taken back. It takes effect in this very transaction:
 * enrolments end, or are on again where a consent alone was missing and there is a place, notes on health are gone, open sessions are judged anew, and without consent to keep them the data are erased as soon as the child is not there.
 * Throws childUnknown, guardianUnknown, consentWhole, programmeUnknown, refusalDay, dayInvalid, textUnknown, consentOlder.
 */
export async function recordAnswer(ctx: ActivitiesContext, childId: string, said: NewAnswer): Promise<void> {
  const { db, clock, newId, actor, audit } = ctx;
  const child = await findChild(db, childId);
  if (!child || child.deletedAt !== null) throw errors.childUnknown();
  if (!(await kinOfChildren(db, [childId])).some(({ guardianId }) => guardianId === said.guardianId)) throw errors.guardianUnknown({}, "body.guardianId");
  await mustLimit(ctx, child.homeId, said);
  const { guardianId, purpose, isYes, via, programmeId = null, untilOn = null } = said;
  const signed = await mustSign(ctx, childId, said);
  const facts = {
    fromOn: signed.givenOn,
    untilOn,
    via,
    givenAt: clock.now(),
    enteredById: actor.personId,
    withdrawnAt: null,
    withdrawnBy: null,
    endedAt: null,
  };
  const row = {
    id: newId(),
    childId,
    guardianId,
    purpose,
    answer: isYes ? "yes" : "no",
    textVersion: signed.textVersion,
    programmeId,
    ...facts,
  };
  if (!isYes) await withdrawEarlier(ctx, childId, said);
  await db.insertInto("children_activities_consent").values(row).execute();
  audit("consent.answer", childId, { purpose, isYes, programmeId, via });
  if ((await takeEffect(ctx, childId, purpose)) === undefined && isYes) await restoreTaken(ctx, childId);
}

/** The day and the wording of an answer. A yes signed before the same guardian said no does not lift that no. */
async function mustSign({ db, clock }: ActivitiesContext, childId: string, said: NewAnswer) {
  const { guardianId, purpose, isYes, givenOn, textVersion, programmeId } = said;
  const today = clock.today();
  const day = isYes ? (givenOn ?? today) : today;
  const signed = { givenOn: day, textVersion: (isYes ? textVersion : undefined) ?? consentTextOn(day)?.version ?? "" };
  if (!isYes) return signed;
  mustBeSigned(signed, today);
  const later = (await consentsOf(db, [childId]))
    .filter((one) => one.guardianId === guardianId && one.purpose === purpose && (one.programmeId === null || one.programmeId === programmeId))
    .map(({ answer, givenAt, withdrawnAt }) => (answer === "no" ? givenAt : withdrawnAt))
    .find((instant) => instant !== null && dayOf(instant, clock.zone) > day);
  if (later) throw errors.consentOlder({ day: dayOf(later, clock.zone) }, "body.givenOn");
  return signed;
}

/** One activity is one of the child's home, and has nothing to do with what is kept of the child; a last day is not over, and a no has none. */
async function mustLimit({ db, clock }: ActivitiesContext, homeId: string, { purpose, isYes, programmeId, untilOn }: NewAnswer): Promise<void> {
  if (programmeId !== undefined && (purpose === "data" || purpose === "health")) throw errors.consentWhole({}, "body.programmeId");
  if (programmeId !== undefined && (await findProgramme(db, programmeId))?.homeId !== homeId) throw errors.programmeUnknown({}, "body.programmeId");
  if (untilOn !== undefined && !isYes) throw errors.refusalDay({}, "body.untilOn");
  if (untilOn !== undefined && (!isDay(untilOn) || untilOn < clock.today())) throw errors.dayInvalid({ value: untilOn }, "body.untilOn");
}

async function withdrawEarlier({ db, clock }: ActivitiesContext, childId: string, { guardianId, purpose, programmeId }: NewAnswer): Promise<void> {
  let query = db
    .updateTable("children_activities_consent")
    .set({ withdrawnAt: clock.now(), withdrawnBy: "guardian" })
    .where("childId", "=", childId)
    .where("guardianId", "=", guardianId)
    .where("purpose", "=", purpose)
    .where("answer", "=", "yes")
    .where("withdrawnAt", "is", null);
  if (programmeId !== undefined) query = query.where("programmeId", "=", programmeId);
  await query.execute();
}

/** What no longer holds ends: notes on health, enrolments, and all data when nobody agrees to keep them and the child is not there. */
export async function takeEffect(ctx: ActivitiesContext, childId: string, purpose: ConsentPurpose): Promise<"erased" | undefined> {
  const { db, clock } = ctx;
  const live = await lockSessionsOfChild(db, childId);
  const said = (await consentsOf(db, [childId])) as unknown as ConsentFact[];
  const agreed = (what: ConsentPurpose, programmeId: string, on: string) =>
    hasConsent(said, { purpose: what, programmeId, on, now: clock.now() }, consentTexts);
  if (purpose === "health" && !agreed("health", "", clock.today()))
    await db.updateTable("children_activities_child").set({ health: null }).where("id", "=", childId).execute();
  if (purpose === "data" && !agreed("data", "", clock.today()) && !(await isPresent(ctx, childId))) {
    await eraseChild(ctx, childId, whoEnds(said, clock));
    return "erased";
  }
  for (const session of live) {
    if (!agreed("data", session.programmeId, session.heldOn) || !agreed("participation", session.programmeId, session.heldOn))
      await db
        .updateTable("children_activities_attendance")
        .set({ state: "cancelled", offReason: "consent", offAt: clock.now() })
        .where("sessionId", "=", session.id)
        .where("childId", "=", childId)
        .where("state", "=", "enrolled")
        .execute();
    await rejudge(ctx, session.id);
  }
  return undefined;
}

/** After a child went home: who took back the consent to keep its data, or had them erased while it was there, has that done now. */
export async function eraseIfRefused(ctx: ActivitiesContext, childId: string): Promise<void> {
  const child = await findChild(ctx.db, childId);
  if (child && child.deletedAt === null && child.eraseAskedAt !== null) return eraseChild(ctx, childId, child.eraseAskedBy as EndedBy);
  const said = (await consentsOf(ctx.db, [childId])) as unknown as ConsentFact[];
  if (!agreesToData(said, ctx.clock)) await eraseChild(ctx, childId, whoEnds(said, ctx.clock));
}
