import { requireConfirmed } from "../confirm-duties/duties.js";
import { errors } from "../errors.js";
import { groupBy } from "../group-by.js";
import type { AgeBand } from "../judge-safety/age-bands.js";
import { countBands } from "../judge-safety/count-adults.js";
import type { ConsentFact } from "../judge-safety/has-consent.js";
import { childrenById, type ChildRow } from "../keep-children/child.repository.js";
import { mustDirect } from "../keep-safe/must-be.js";
import { moveAttendance } from "../keep-safe/move-rows.js";
import { rejudge } from "../keep-safe/rejudge.js";
import {
  attendancesOf,
  consentsOf,
  findAttendance,
  findProgramme,
  lockSession,
  type AttendanceRow,
  type ProgrammeRow,
  type SessionRow,
} from "../keep-safe/session.repository.js";
import { attendanceMoves } from "../keep-safe/states.js";
import type { ActivitiesContext } from "../plugin.js";
import { datesAhead, isClosed } from "./dates-ahead.js";
import { clashAt, expectedAt, lockWithBeside } from "./elsewhere.js";
import { standBy, type Stand } from "./stand-by.js";

interface Asked {
  readonly child: ChildRow;
  readonly stand: Stand;
  /** Dates it was taken off count too. */
  readonly isAgain: boolean;
}

/** How each child stands by the programme. Throws where one may not come: another home's, of another age, without consent for any date, or expected elsewhere at the time of each. */
async function mustFit(
  ctx: ActivitiesContext,
  programme: ProgrammeRow,
  sessions: readonly SessionRow[],
  children: readonly ChildRow[],
  rows: readonly AttendanceRow[],
  againIds: readonly string[],
): Promise<Asked[]> {
  const ids = children.map(({ id }) => id);
  const said = groupBy(await consentsOf(ctx.db, ids), ({ childId }) => childId);
  const own = groupBy(rows, ({ childId }) => childId);
  const expected = await expectedAt(ctx.db, ids);
  const stood = children.map((child) => {
    if (child.homeId !== programme.homeId) throw errors.childUnknown();
    const facts = (said.get(child.id) ?? []) as unknown as ConsentFact[];
    const stand = standBy(programme, sessions, child, facts, own.get(child.id) ?? [], expected.get(child.id) ?? [], ctx.clock.now());
    if (stand.standing === "band") throw errors.bandOutside({ band: ctx.text(`children-activities.band.${child.ageBand}`) }, "body.childIds");
    if (stand.standing === "consent") throw errors.consentMissing({ day: stand.missing! }, "body.childIds");
    return { child, stand, isAgain: againIds.includes(child.id) };
  });
  for (const { child, stand } of stood)
    if (stand.standing === "busy") {
      const [session] = stand.busy as [SessionRow, ...SessionRow[]];
      throw errors.childBusy({ day: session.heldOn, title: (await clashAt(ctx.db, session, [child.id]))! }, "body.childIds");
    }
  return stood;
}

/** Whom a date is new to: who agreed to it and is not on its list; who was taken off it only when that is asked for, then even after the last day to enrol and at open doors. */
const newAt = (session: SessionRow, asked: readonly Asked[], here: readonly AttendanceRow[], isLate: boolean): ChildRow[] =>
  asked.flatMap(({ child, stand, isAgain }) => {
    const known = here.find(({ childId }) => childId === child.id);
    const isNew = (!known && !isLate && session.state !== "open") || (known?.state === "cancelled" && isAgain);
    return isNew && stand.agreed.some(({ id }) => id === session.id) ? [child] : [];
  });

/** A band of a date that would have more children than places with these; undefined when all have one. */
export function bandWithout({ expected }: Pick<ProgrammeRow, "expected">, here: readonly AttendanceRow[], fresh: readonly ChildRow[]): AgeBand | undefined {
  const known = here.filter(({ state }) => state !== "cancelled");
  const counts = countBands([...known, ...fresh].map(({ ageBand }) => ageBand as AgeBand));
  return (Object.keys(counts) as AgeBand[]).find((band) => counts[band] > expected[band] && fresh.some(({ ageBand }) => ageBand === band));
}

/** Throws bandFull when a band of a date would have more children than places. */
function mustHavePlaces(ctx: ActivitiesContext, { expected }: ProgrammeRow, here: readonly AttendanceRow[], fresh: readonly ChildRow[]): void {
  const full = bandWithout({ expected }, here, fresh);
  if (full) throw errors.bandFull({ band: ctx.text(`children-activities.band.${full}`), places: expected[full] }, "body.childIds");
}

/** Writes children on the list of a date, as old as they are now; who was taken off it is on it again. */
export async function writeList({ db, newId, clock }: ActivitiesContext, sessionId: string, children: readonly ChildRow[]): Promise<void> {
  const none = {
    state: "enrolled",
    wearsPhotoBadge: false,
    enrolledAt: clock.now(),
    arrivedAt: null,
    departedAt: null,
    absenceCalledAt: null,
    collectorId: null,
    guardianId: null,
    offReason: null,
    offAt: null,
  };
  await db
    .insertInto("children_activities_attendance")
    .values(children.map(({ id, ageBand, isGirl }) => ({ id: newId(), sessionId, childId: id, ageBand, isGirl, ...none })))
    .onConflict((conflict) =>
      conflict
        .columns(["sessionId", "childId"])
        .doUpdateSet((eb) => ({
          state: attendanceMoves.enrolAgain.to,
          ageBand: eb.ref("excluded.ageBand"),
          isGirl: eb.ref("excluded.isGirl"),
          enrolledAt: clock.now(),
          offReason: null,
          offAt: null,
        }))
        .where("children_activities_attendance.state", "=", "cancelled"),
    )
    .execute();
}

/**
 * Enrols children of the home for the dates ahead of a published programme that their guardians agreed to, without those at whose time a child is expected elsewhere. All or none. Who was taken off a date comes back to it only when among `againIds`, and
 * then although the last day to enrol is over: a slip on the list or a change of mind sends no child away from the door. Throws
 * directorOnly, notConfirmed, notPublished, enrolmentClosed, childUnknown, bandOutside, consentMissing, childBusy, bandFull. O(children × dates).
 */
export async function enrolChildren(
  ctx: ActivitiesContext,
  programmeId: string,
  childIds: readonly string[],
  againIds: readonly string[] = [],
): Promise<{ children: number; dates: number }> {
  const { db, audit } = ctx;
  const programme = (await findProgramme(db, programmeId))!;
  await mustDirect(ctx, programme.homeId);
  await requireConfirmed(db, programme.placePath);
  await lockWithBeside(db, programme.homeId, await datesAhead(ctx, programme));
  const sessions = await datesAhead(ctx, programme);
  const wanted = new Set([...childIds, ...againIds]);
  const children = await childrenById(db, [...wanted]);
  if (children.length !== wanted.size) throw errors.childUnknown();
  const rows = await attendancesOf(
    db,
    sessions.map(({ id }) => id),
  );
  const isLate = isClosed(ctx, programme);
  if (isLate && childIds.length > 0) throw errors.enrolmentClosed({ day: programme.closesOn });
  const asked = await mustFit(ctx, programme, sessions, children, rows, againIds);
  const bySession = groupBy(rows, ({ sessionId }) => sessionId);
  const lists = sessions.map((session) => ({
    session,
    here: bySession.get(session.id) ?? [],
    fresh: newAt(session, asked, bySession.get(session.id) ?? [], isLate),
  }));
  if (isLate && asked.some(({ stand }) => stand.standing !== "cancelled")) throw errors.enrolmentClosed({ day: programme.closesOn });
  const changed = lists.filter(({ fresh }) => fresh.length > 0);
  for (const { here, fresh } of changed) mustHavePlaces(ctx, programme, here, fresh);
  for (const { session, fresh } of changed) {
    await writeList(ctx, session.id, fresh);
    await rejudge(ctx, session.id);
  }
  const enrolled = new Set(changed.flatMap(({ fresh }) => fresh.map(({ id }) => id))).size;
  audit("child.enrol", programmeId, { children: enrolled, sessions: changed.length });
  return { children: enrolled, dates: changed.length };
}

/** A child does not come to one date after all. Throws attendanceOver. */
export async function cancelEnrolment(ctx: ActivitiesContext, attendanceId: string): Promise<void> {
  const { sessionId } = (await findAttendance(ctx.db, attendanceId))!;
  await mustDirect(ctx, (await lockSession(ctx.db, sessionId))!.homeId);
  await moveAttendance(ctx.db, attendanceId, "cancel");
  ctx.audit("child.cancel", attendanceId);
  await rejudge(ctx, sessionId);
}
