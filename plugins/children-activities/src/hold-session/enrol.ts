import { requireConfirmed } from "../confirm-duties/duties.js";
import { errors } from "../errors.js";
import { groupBy } from "../group-by.js";
import type { AgeBand } from "../judge-safety/age-bands.js";
import { consentTexts } from "../judge-safety/consent-texts.js";
import { countBands } from "../judge-safety/count-adults.js";
import { hasConsent, type ConsentFact } from "../judge-safety/has-consent.js";
import { childrenById, type ChildRow } from "../keep-children/child.repository.js";
import { mustDirect } from "../keep-safe/must-be.js";
import { rejudge } from "../keep-safe/rejudge.js";
import {
  attendancesOf,
  consentsOf,
  findAttendance,
  findProgramme,
  findSession,
  sessionsOfProgramme,
  type ProgrammeRow,
  type SessionRow,
} from "../keep-safe/session.repository.js";
import { attendanceMoves } from "../keep-safe/states.js";
import type { ActivitiesContext } from "../plugin.js";

/** Throws where a child may not be at every one of these dates: another home's, of another age, or without consent for the activity and the day. */
async function mustFit(ctx: ActivitiesContext, programme: ProgrammeRow, sessions: readonly SessionRow[], children: readonly ChildRow[]): Promise<void> {
  const said = groupBy(
    await consentsOf(
      ctx.db,
      children.map(({ id }) => id),
    ),
    ({ childId }) => childId,
  );
  const now = ctx.clock.now();
  for (const { id, homeId, ageBand } of children) {
    if (homeId !== programme.homeId) throw errors.childUnknown();
    if (!programme.bands.includes(ageBand as AgeBand)) throw errors.bandOutside({ band: ctx.text(`children-activities.band.${ageBand}`) }, "body.childIds");
    const facts = (said.get(id) ?? []) as unknown as ConsentFact[];
    for (const { heldOn: on } of sessions)
      for (const purpose of ["data", "participation"] as const)
        if (!hasConsent(facts, { purpose, programmeId: programme.id, on, now }, consentTexts)) throw errors.consentMissing({ day: on }, "body.childIds");
  }
}

/** Throws bandFull when a band of a date would have more children than places. */
async function mustHavePlaces(
  ctx: ActivitiesContext,
  { expected }: ProgrammeRow,
  sessions: readonly SessionRow[],
  children: readonly ChildRow[],
): Promise<void> {
  const here = groupBy(
    (
      await attendancesOf(
        ctx.db,
        sessions.map(({ id }) => id),
      )
    ).filter(({ state }) => state !== "cancelled"),
    ({ sessionId }) => sessionId,
  );
  for (const { id } of sessions) {
    const known = here.get(id) ?? [];
    const fresh = children.filter((child) => !known.some(({ childId }) => childId === child.id));
    const counts = countBands([...known.map(({ ageBand }) => ageBand as AgeBand), ...fresh.map(({ ageBand }) => ageBand as AgeBand)]);
    const full = (Object.keys(counts) as AgeBand[]).find((band) => counts[band] > expected[band]);
    if (full) throw errors.bandFull({ band: ctx.text(`children-activities.band.${full}`), places: expected[full] }, "body.childIds");
  }
}

/**
 * Enrols children of the home for every date ahead of a published programme. All or none. Throws directorOnly, notConfirmed, notPublished, enrolmentClosed, childUnknown, bandOutside,
 * consentMissing, bandFull. O(children × dates).
 */
export async function enrolChildren(ctx: ActivitiesContext, programmeId: string, childIds: readonly string[]): Promise<void> {
  const { db, clock, newId, audit } = ctx;
  const programme = (await findProgramme(db, programmeId))!;
  await mustDirect(ctx, programme.homeId);
  await requireConfirmed(db, programme.placePath);
  const ahead = (await sessionsOfProgramme(db, programmeId)).filter(({ endsAt }) => endsAt > clock.now());
  const sessions = ahead.filter(({ state }) => state === "planned" || state === "published");
  if (!sessions.some(({ state }) => state === "published")) throw errors.notPublished();
  if (clock.today() > programme.closesOn) throw errors.enrolmentClosed({ day: programme.closesOn });
  const children = await childrenById(db, childIds);
  if (children.length !== new Set(childIds).size) throw errors.childUnknown();
  await mustFit(ctx, programme, sessions, children);
  await mustHavePlaces(ctx, programme, sessions, children);
  const none = {
    state: "enrolled",
    wearsPhotoBadge: false,
    enrolledAt: clock.now(),
    arrivedAt: null,
    departedAt: null,
    absenceCalledAt: null,
    collectorId: null,
  };
  for (const session of sessions) {
    const rows = children.map(({ id, ageBand, isGirl }) => ({ id: newId(), sessionId: session.id, childId: id, ageBand, isGirl, ...none }));
    await db
      .insertInto("children_activities_attendance")
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(["sessionId", "childId"]).doUpdateSet({ state: "enrolled" }).where("children_activities_attendance.state", "=", "cancelled"),
      )
      .execute();
    await rejudge(ctx, session.id);
  }
  audit("child.enrol", programmeId, { children: children.length, sessions: sessions.length });
}

/** A child does not come to one date after all. Throws attendanceOver. */
export async function cancelEnrolment(ctx: ActivitiesContext, attendanceId: string): Promise<void> {
  const row = (await findAttendance(ctx.db, attendanceId))!;
  await mustDirect(ctx, (await findSession(ctx.db, row.sessionId))!.homeId);
  if (!(attendanceMoves.cancel.from as readonly string[]).includes(row.state)) throw errors.attendanceOver();
  await ctx.db.updateTable("children_activities_attendance").set({ state: attendanceMoves.cancel.to }).where("id", "=", attendanceId).execute();
  ctx.audit("child.cancel", attendanceId);
  await rejudge(ctx, row.sessionId);
}
