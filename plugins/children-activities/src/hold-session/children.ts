import { errors } from "../errors.js";
import { consentTexts } from "../judge-safety/consent-texts.js";
import { hasConsent, type ConsentFact } from "../judge-safety/has-consent.js";
import { eraseIfRefused } from "../keep-consents/record-consent.js";
import { law } from "../judge-safety/law.js";
import { childrenById, kinOfChildren } from "../keep-children/child.repository.js";
import { isDirector, mustBeCleared, mustLead } from "../keep-safe/must-be.js";
import { moveAttendance } from "../keep-safe/move-rows.js";
import { rejudge } from "../keep-safe/rejudge.js";
import { attendancesOf, consentsOf, findAttendance, findSession, type AttendanceRow, type SessionRow } from "../keep-safe/session.repository.js";
import { attendanceMoves } from "../keep-safe/states.js";
import { digitsOf } from "../ask-guardian/one-time-code.js";
import { lockDayOf, mustBeNowhereElse } from "../enrol-children/elsewhere.js";
import { makeCode } from "../hand-over/codes.js";
import { voidCodes } from "../hand-over/void-codes.js";
import type { ActivitiesContext } from "../plugin.js";
import { addMinutes } from "../tell-time/tell-time.js";
import { ledSession } from "./open-session.js";

/** A child on the list of a session the actor leads, as it stands once nobody else changes that session. Throws leadersOnly, sessionNot, attendanceOver. */
export async function ledAttendance(
  ctx: ActivitiesContext,
  attendanceId: string,
  ...states: readonly string[]
): Promise<{ row: AttendanceRow; session: SessionRow }> {
  const { sessionId } = (await findAttendance(ctx.db, attendanceId))!;
  const session = await ledSession(ctx, sessionId, "published", "open");
  const row = (await findAttendance(ctx.db, attendanceId))!;
  if (!states.includes(row.state)) throw errors.attendanceOver();
  return { row, session };
}

/** The same to be read: nothing is held back for it, so that a look at the desk waits for nobody and wakes no board. Throws as ledAttendance. */
export async function seenAttendance(
  ctx: ActivitiesContext,
  attendanceId: string,
  ...states: readonly string[]
): Promise<{ row: AttendanceRow; session: SessionRow }> {
  const row = (await findAttendance(ctx.db, attendanceId))!;
  const session = (await findSession(ctx.db, row.sessionId))!;
  await mustLead(ctx, session);
  if (session.state !== "published" && session.state !== "open") throw errors.sessionNot({ state: ctx.text(`children-activities.session.${session.state}`) });
  if (!states.includes(row.state)) throw errors.attendanceOver();
  return { row, session };
}

/**
 * A child comes: refused without consent that holds now, and while it is there at another activity. Gives the code with which it is collected, which also goes to the guardian's phone; the badge says whether it may be
 * photographed. Throws sessionNot, leaderNotVetted, childElsewhere, consentMissing, attendanceOver.
 */
export async function childArrives(ctx: ActivitiesContext, attendanceId: string): Promise<{ code: string; mayBePhotographed: boolean }> {
  const { db, clock, audit } = ctx;
  await lockDayOf(db, attendanceId);
  const { row, session } = await ledAttendance(ctx, attendanceId, ...attendanceMoves.arrive.from);
  if (session.state !== "open") throw errors.sessionNot({ state: ctx.text(`children-activities.session.${session.state}`) });
  await mustBeCleared(ctx, session);
  await mustBeNowhereElse(ctx, row, session);
  const said = (await consentsOf(db, [row.childId])) as unknown as ConsentFact[];
  const agreed = (purpose: ConsentFact["purpose"]) =>
    hasConsent(said, { purpose, programmeId: session.programmeId, on: clock.today(), now: clock.now() }, consentTexts);
  if (!agreed("data") || !agreed("participation")) throw errors.consentMissing({ day: clock.today() });
  const mayBePhotographed = agreed("photo");
  const [kin] = await kinOfChildren(db, [row.childId]);
  const codeId = await makeCode(ctx, { kind: "collect", attendanceId, guardianId: kin!.guardianId, until: session.endsAt });
  await moveAttendance(db, attendanceId, "arrive", { arrivedAt: clock.now(), wearsPhotoBadge: mayBePhotographed });
  audit("child.arrive", attendanceId, { sessionId: session.id });
  await rejudge(ctx, session.id);
  return { code: digitsOf(ctx, codeId), mayBePhotographed };
}

/**
 * The wrong child was marked as there: it is expected again, and the code that was given for it is good for nothing; one whose guardian said no
 * meanwhile is erased. Some minutes later the director alone takes it back: whoever goes home is signed out. Throws attendanceOver, undoLate.
 */
export async function undoArrival(ctx: ActivitiesContext, attendanceId: string): Promise<void> {
  const { db, clock, audit } = ctx;
  const { row, session } = await ledAttendance(ctx, attendanceId, ...attendanceMoves.undoArrival.from);
  const isLate = clock.now() > addMinutes(row.arrivedAt!, law.undoMinutes.value);
  if (isLate && !(await isDirector(ctx, session.homeId))) throw errors.undoLate({ minutes: law.undoMinutes.value });
  await voidCodes(ctx, attendanceId);
  await moveAttendance(db, attendanceId, "undoArrival", { arrivedAt: null, wearsPhotoBadge: false });
  audit("child.undoArrival", attendanceId, { sessionId: row.sessionId, isLate });
  await rejudge(ctx, row.sessionId);
  await eraseIfRefused(ctx, row.childId);
}

/** The wrong child was signed out: it is there still, and goes home with a code of its own made now, which is given. Throws sessionNot, attendanceOver, childElsewhere, tooManyCodes. */
export async function undoDeparture(ctx: ActivitiesContext, attendanceId: string): Promise<{ code: string }> {
  const { db, audit } = ctx;
  await lockDayOf(db, attendanceId);
  const { row, session } = await ledAttendance(ctx, attendanceId, ...attendanceMoves.undoDeparture.from);
  if (session.state !== "open") throw errors.sessionNot({ state: ctx.text(`children-activities.session.${session.state}`) });
  const [kin] = await kinOfChildren(db, [row.childId]);
  await mustBeNowhereElse(ctx, row, session);
  // Erased once it went home, since nobody agrees any more to keep its data: there is nobody to be asked.
  if (!kin || (await childrenById(db, [row.childId])).length === 0) throw errors.childUnknown();
  await moveAttendance(db, attendanceId, "undoDeparture", { departedAt: null, collectorId: null, guardianId: null });
  const codeId = await makeCode(ctx, { kind: "collect", attendanceId, guardianId: kin.guardianId, until: session.endsAt });
  audit("child.undoDeparture", attendanceId, { sessionId: session.id, was: row.state });
  await rejudge(ctx, session.id);
  return { code: digitsOf(ctx, codeId) };
}

/** A child did not come, and the family was called. */
export async function childAbsent(ctx: ActivitiesContext, attendanceId: string): Promise<void> {
  const { row } = await ledAttendance(ctx, attendanceId, ...attendanceMoves.stayAway.from);
  await moveAttendance(ctx.db, attendanceId, "stayAway", { absenceCalledAt: ctx.clock.now() });
  ctx.audit("child.absent", attendanceId, { sessionId: row.sessionId });
  await rejudge(ctx, row.sessionId);
}

/** The badge is exchanged for one that says "no photographs". */
export async function changeBadge(ctx: ActivitiesContext, attendanceId: string): Promise<void> {
  const { row } = await ledAttendance(ctx, attendanceId, "present");
  await ctx.db.updateTable("children_activities_attendance").set({ wearsPhotoBadge: false }).where("id", "=", attendanceId).execute();
  ctx.audit("child.badge", attendanceId, { sessionId: row.sessionId });
  await rejudge(ctx, row.sessionId);
}

/** A head count; gives how many are missing, which is nobody when all is well. */
export async function countHeads(ctx: ActivitiesContext, sessionId: string, counted: number): Promise<{ present: number; missing: number }> {
  const { db, clock, newId, actor, audit } = ctx;
  const session = await ledSession(ctx, sessionId, "open");
  const present = (await attendancesOf(db, [sessionId])).filter(({ state }) => state === "present").length;
  await db.insertInto("children_activities_head_count").values({ id: newId(), sessionId, at: clock.now(), counted, present, byId: actor.personId }).execute();
  await db
    .updateTable("children_activities_session")
    .set({ countedAt: clock.now(), version: session.version + 1 })
    .where("id", "=", sessionId)
    .execute();
  audit("heads.count", sessionId, { counted, present });
  return { present, missing: present - counted };
}
