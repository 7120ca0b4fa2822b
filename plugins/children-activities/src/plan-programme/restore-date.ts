import { requireConfirmed } from "../confirm-duties/duties.js";
import { expectedAt, lockWithBeside, overlaps } from "../enrol-children/elsewhere.js";
import { errors } from "../errors.js";
import type { AgeBand } from "../judge-safety/age-bands.js";
import { consentTexts } from "../judge-safety/consent-texts.js";
import { hasConsent, type ConsentFact } from "../judge-safety/has-consent.js";
import { groupBy } from "../group-by.js";
import { childrenById } from "../keep-children/child.repository.js";
import { findHome } from "../keep-homes/home.repository.js";
import { movePost } from "../keep-safe/move-rows.js";
import { rejudge } from "../keep-safe/rejudge.js";
import { attendancesOf, consentsOf, findProgramme, findSession, postsOf, type ProgrammeRow, type SessionRow } from "../keep-safe/session.repository.js";
import { attendanceMoves, sessionMoves } from "../keep-safe/states.js";
import type { ActivitiesContext } from "../plugin.js";
import { instantOf } from "../tell-time/tell-time.js";
import { findAdult, isTrained, lockPeople } from "../vet-adults/adult.repository.js";
import { guardiansOf } from "./call-off.js";
import { mustBeOpen } from "./plan-programme.js";
import { datesOf } from "./plan-values.js";
import { signaturesOf, signKinds } from "./publish.js";
import { isBusy } from "./roster.js";
import { mustHaveRoom } from "./share-home.js";
import { whenOf, writeAdults, writeGuardians, type Told } from "./write-letters.js";

/** With who was told, and how many of those who were on its list are not on it any more. */
export interface Restored extends Told {
  readonly children: number;
  readonly childrenNot: number;
  readonly duties: number;
  readonly dutiesNot: number;
}

/** May the date be held after all, by its plan as it is now? Throws sessionNot, sessionOver, homeShutDown, notConfirmed, dateDropped, homeShut, roomTaken, seatsShort, signatureMissing. */
async function mustBeRestorable(
  ctx: ActivitiesContext,
  session: SessionRow,
  programme: ProgrammeRow,
  hours: Pick<SessionRow, "startsAt" | "endsAt">,
): Promise<void> {
  const { db, clock, text, use } = ctx;
  if (session.calledOffAt === null || !(sessionMoves.restore.from as readonly string[]).includes(session.state))
    throw errors.sessionNot({ state: text(`children-activities.session.${session.state}`) });
  if (clock.now() >= session.endsAt) throw errors.sessionOver();
  const home = (await findHome(db, session.homeId))!;
  if (home.closedOn !== null) throw errors.homeShutDown({ day: home.closedOn });
  await requireConfirmed(db, session.placePath);
  if (!datesOf(programme).includes(session.heldOn)) throw errors.dateDropped({ day: session.heldOn });
  const venue = (await use.directory.findVenue(home.venueId))!;
  mustBeOpen(ctx, venue, [session.heldOn], programme);
  await mustHaveRoom(ctx, home, venue.seats, programme, [{ id: session.id, ...hours }]);
  if (session.calledOffState !== "published") return;
  const signed = (await signaturesOf(db, programme)).map(({ kind }) => kind);
  const missing = signKinds.find((kind) => !signed.includes(kind));
  if (missing) throw errors.signatureMissing({ who: text(`children-activities.sign.${missing}`) });
}

/** Children who were on the list come back to it, as old as they are now, unless erased, of another age, without consent for that day, expected elsewhere or without a place by now. Gives who did and who did not. */
async function bringBackChildren({ db, clock }: ActivitiesContext, session: SessionRow, { id: programmeId, bands, expected }: ProgrammeRow) {
  const rows = await attendancesOf(db, [session.id]);
  const off = rows.filter(({ state, calledOffAt }) => state === attendanceMoves.cancel.to && calledOffAt !== null && calledOffAt === session.calledOffAt);
  const ids = off.map(({ childId }) => childId);
  const known = new Map((await childrenById(db, ids)).map((child) => [child.id, child]));
  const said = groupBy(await consentsOf(db, ids), ({ childId }) => childId);
  const expectedOf = await expectedAt(db, ids);
  const question = { programmeId, on: session.heldOn, now: clock.now() };
  const left: Record<string, number> = { ...expected };
  const [back, not]: [string[], string[]] = [[], []];
  for (const { id, childId } of off) {
    const child = known.get(childId);
    const facts = (said.get(childId) ?? []) as unknown as ConsentFact[];
    const isAgreed = (["data", "participation"] as const).every((purpose) => hasConsent(facts, { ...question, purpose }, consentTexts));
    const isExpected = (expectedOf.get(childId) ?? []).some((other) => overlaps(session, other));
    if (!child || !isAgreed || isExpected || !bands.includes(child.ageBand as AgeBand) || left[child.ageBand]! < 1) {
      not.push(childId);
      continue;
    }
    left[child.ageBand]!--;
    back.push(childId);
    const { ageBand, isGirl } = child;
    const set = { state: attendanceMoves.enrolAgain.to, calledOffAt: null, ageBand, isGirl };
    await db.updateTable("children_activities_attendance").set(set).where("id", "=", id).execute();
  }
  return { back, not };
}

/**
 * Adults come back to their duty unless they left, are not trained for that day, or are on duty elsewhere by now; the date is judged anew, by which the duty of who is not vetted is suspended
 * and does not stand either. Gives whose duty stands and whose does not.
 */
async function bringBackAdults(ctx: ActivitiesContext, session: SessionRow) {
  const { db } = ctx;
  const off = (await postsOf(db, [session.id])).filter(
    ({ state, leftAt, arrivedAt }) => state === "cancelled" && arrivedAt === null && leftAt === session.calledOffAt,
  );
  const people = new Map<string, string>();
  for (const { id, adultId } of off) {
    const adult = (await findAdult(db, adultId))!;
    people.set(id, adult.personId);
    const isFree = adult.leftAt === null && isTrained(adult, session.heldOn) && !(await isBusy(ctx, session, adultId));
    if (isFree) await movePost(db, id, "return", { leftAt: null });
  }
  await rejudge(ctx, session.id);
  const stands = new Set((await postsOf(db, [session.id])).filter(({ state }) => state === "planned").map(({ id }) => id));
  const of = (isBack: boolean) => [...people].flatMap(([id, personId]) => (stands.has(id) === isBack ? [personId] : []));
  return { back: of(true), not: of(false) };
}

/** A guardian all of whose children are on the list again reads that; one with a child that is not is told to ask. */
async function tellAll(
  ctx: ActivitiesContext,
  session: SessionRow,
  title: string,
  children: { back: string[]; not: string[] },
  adults: { back: string[]; not: string[] },
): Promise<Told> {
  const words = { when: whenOf(session, ctx.clock.zone), title };
  const about = `${session.id}/${session.version}`;
  const without = new Set((await guardiansOf(ctx, children.not)).map(({ guardianId }) => guardianId));
  const letter = (isWithout: boolean) => ({ kind: isWithout ? ("onWithout" as const) : ("on" as const), about, words });
  const guardians = await writeGuardians(ctx, await guardiansOf(ctx, [...children.back, ...children.not]), (id) => letter(without.has(id)));
  const people = [...new Set([...adults.back, ...adults.not])];
  return { ...guardians, adults: await writeAdults(ctx, people, (id) => letter(!adults.back.includes(id))) };
}

/**
 * A date that was called off is held after all, by the hours of the plan as it is now: who was enrolled or on duty is again, unless something changed meanwhile, and everybody who was told is told. Throws
 * sessionUnknown and as mustBeRestorable. O(children + adults).
 */
export async function restoreDate(ctx: ActivitiesContext, sessionId: string): Promise<Restored> {
  const { db, clock, audit } = ctx;
  const posts = await postsOf(db, [sessionId]);
  await lockPeople(
    db,
    posts.map(({ adultId }) => adultId),
  );
  const hoursOf = ({ heldOn }: SessionRow, { startTime, endTime }: ProgrammeRow) => ({
    startsAt: instantOf(heldOn, startTime, clock.zone),
    endsAt: instantOf(heldOn, endTime, clock.zone),
  });
  const known = await findSession(db, sessionId);
  if (!known) throw errors.sessionUnknown();
  await lockWithBeside(db, known.homeId, [{ id: sessionId, ...hoursOf(known, (await findProgramme(db, known.programmeId))!) }]);
  const before = (await findSession(db, sessionId))!;
  const programme = (await findProgramme(db, before.programmeId))!;
  const hours = hoursOf(before, programme);
  await mustBeRestorable(ctx, before, programme, hours);
  const session = { ...before, ...hours };
  const state = before.calledOffState === "published" ? sessionMoves.restore.to : sessionMoves.change.to;
  await db
    .updateTable("children_activities_session")
    .set({ ...hours, state, calledOffAt: null, calledOffReason: null, calledOffState: null, saidStartsAt: null, saidEndsAt: null })
    .where("id", "=", sessionId)
    .execute();
  const [children, adults] = [await bringBackChildren(ctx, session, programme), await bringBackAdults(ctx, session)];
  const told = await tellAll(ctx, session, programme.title, children, adults);
  const counts = { children: children.back.length, childrenNot: children.not.length, duties: adults.back.length, dutiesNot: adults.not.length };
  audit("session.restore", sessionId, { ...counts, told: told.told, toCall: told.toCall });
  return { ...counts, ...told };
}
