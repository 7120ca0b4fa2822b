import { requireConfirmed } from "../confirm-duties/duties.js";
import { clashAt } from "../enrol-children/elsewhere.js";
import { errors } from "../errors.js";
import { groupBy } from "../group-by.js";
import { findHome } from "../keep-homes/home.repository.js";
import { rejudge } from "../keep-safe/rejudge.js";
import { attendancesOf, findProgramme, postsOf, sessionsOfProgramme, type SessionRow } from "../keep-safe/session.repository.js";
import { sessionMoves } from "../keep-safe/states.js";
import type { ActivitiesContext } from "../plugin.js";
import { instantOf, weekdayOf } from "../tell-time/tell-time.js";
import { tellDay } from "../tell-time/tell-day.js";
import { endArranged } from "./call-off.js";
import { lockDates } from "./lock-dates.js";
import { readPlan, type PlanWords } from "./plan-values.js";
import { isBusy, onDuty } from "./roster.js";
import { mustHaveRoom, mustKnowRoom } from "./share-home.js";

type Venue = NonNullable<Awaited<ReturnType<ActivitiesContext["use"]["directory"]["findVenue"]>>>;

/** Is the home open then, by the hours and closures of its venue? Throws homeShut naming the day, and when it is open then. */
export function mustBeOpen(
  { text }: Pick<ActivitiesContext, "text">,
  venue: Venue,
  days: readonly string[],
  { startTime, endTime }: Pick<PlanWords, "startTime" | "endTime">,
): void {
  const isOpen = (day: string) =>
    (venue.openings.length === 0 || venue.openings.some((o) => o.weekday === weekdayOf(day) && o.fromTime <= startTime && endTime <= o.toTime)) &&
    !venue.closures.some(({ fromOn, toOn }) => fromOn <= day && day <= toOn);
  const shut = days.find((day) => !isOpen(day));
  if (shut === undefined) return;
  const closure = venue.closures.find(({ fromOn, toOn }) => fromOn <= shut && shut <= toOn);
  const spans = closure ? [] : venue.openings.filter(({ weekday }) => weekday === weekdayOf(shut));
  const hours = spans.map(({ fromTime, toTime }) => `${fromTime}–${toTime}`).join("、");
  const why = closure?.reason;
  const isShut = why ? text("children-activities.plan.shutFor", { why }) : text("children-activities.plan.shutThen");
  const open = spans.length > 0 ? text("children-activities.plan.openThen", { hours }) : isShut;
  throw errors.homeShut({ day: tellDay(text, shut), name: venue.name, open }, "body.startTime");
}

async function writeSessions(
  ctx: ActivitiesContext,
  at: { id: string; homeId: string; placePath: string },
  said: PlanWords,
  days: readonly string[],
): Promise<void> {
  const { db, newId, clock } = ctx;
  const known = new Set((await sessionsOfProgramme(db, at.id)).map(({ heldOn }) => heldOn));
  const rows = days
    .filter((heldOn) => !known.has(heldOn))
    .map((heldOn) => ({
      ...{ id: newId(), programmeId: at.id, homeId: at.homeId, placePath: at.placePath, heldOn, state: "planned", openedAt: null, closedAt: null, outlook: [] },
      ...{
        children: 0,
        adults: 0,
        countedAt: null,
        calledOffAt: null,
        calledOffReason: null,
        calledOffState: null,
        wasPublished: false,
        saidStartsAt: null,
        saidEndsAt: null,
        version: 1,
      },
      startsAt: instantOf(heldOn, said.startTime, clock.zone),
      endsAt: instantOf(heldOn, said.endTime, clock.zone),
    }));
  if (rows.length > 0) await db.insertInto("children_activities_session").values(rows).execute();
  for (const { id } of rows) await rejudge(ctx, id);
}

/** The dates of a plan by their hours. */
const spansOf = ({ clock }: ActivitiesContext, id: string, days: readonly string[], { startTime, endTime }: Pick<PlanWords, "startTime" | "endTime">) =>
  days.map((day) => ({ id, startsAt: instantOf(day, startTime, clock.zone), endsAt: instantOf(day, endTime, clock.zone) }));

/** A plan with all its dates. Throws notConfirmed, homeUnknown, homeShut, roomUnknown, roomTaken, seatsShort and what is odd about it. */
export async function planProgramme(ctx: ActivitiesContext, homeId: string, said: PlanWords): Promise<string> {
  const { db, use, newId, clock, actor, audit } = ctx;
  const home = await findHome(db, homeId);
  if (!home || home.closedOn !== null) throw errors.homeUnknown({}, "body.homeId");
  await requireConfirmed(db, home.placePath);
  const { days, columns } = readPlan(said);
  const venue = (await use.directory.findVenue(home.venueId))!;
  mustBeOpen(ctx, venue, days, said);
  const at = { id: newId(), homeId, placePath: home.placePath };
  mustKnowRoom(home, columns.room);
  await mustHaveRoom(ctx, home, venue.seats, { ...columns, id: at.id }, spansOf(ctx, at.id, days, said));
  await db
    .insertInto("children_activities_programme")
    .values({ ...at, ...columns, createdAt: clock.now(), createdById: actor.personId, version: 1 })
    .execute();
  await writeSessions(ctx, at, said, days);
  audit("programme.plan", at.id, { homeId, days: days.length });
  return at.id;
}

/** At other hours somebody on duty may be on duty elsewhere too, and a child of the list expected at another activity. Throws adultBusy and childBusy naming the day. */
async function mustBeFree(ctx: ActivitiesContext, programmeId: string): Promise<void> {
  const ahead = (await sessionsOfProgramme(ctx.db, programmeId)).filter(({ state }) => state === "planned");
  const posts = groupBy(
    await postsOf(
      ctx.db,
      ahead.map(({ id }) => id),
    ),
    ({ sessionId }) => sessionId,
  );
  for (const session of ahead)
    for (const { adultId, state } of posts.get(session.id) ?? [])
      if (onDuty.includes(state) && (await isBusy(ctx, session, adultId))) throw errors.adultBusy({ day: session.heldOn }, "body.startTime");
  const enrolled = (
    await attendancesOf(
      ctx.db,
      ahead.map(({ id }) => id),
    )
  ).filter(({ state }) => state === "enrolled");
  const lists = groupBy(enrolled, ({ sessionId }) => sessionId);
  for (const session of ahead) {
    const childIds = (lists.get(session.id) ?? []).map(({ childId }) => childId);
    const title = await clashAt(ctx.db, session, childIds);
    if (title !== undefined) throw errors.childBusy({ day: session.heldOn, title }, "body.startTime");
  }
}

/** What families and adults were told of a date's hours, kept until it is published anew; of one that is dropped they are told otherwise. */
function saidHours({ state, startsAt, endsAt }: SessionRow, isKept: boolean) {
  if (!isKept) return { saidStartsAt: null, saidEndsAt: null };
  return state === "published" ? { saidStartsAt: startsAt, saidEndsAt: endsAt } : {};
}

/** Changes a plan while none of its dates has begun. Both sign anew; published dates go back to planned, and what was called off, or opened by nobody, stays so. Throws notConfirmed, homeUnknown, versionOld, planBegun, adultBusy, childBusy, and as planProgramme. */
export async function changePlan(ctx: ActivitiesContext, id: string, said: PlanWords, version: number): Promise<void> {
  const { db, use, clock, audit } = ctx;
  const { days, columns } = readPlan(said);
  const hours = spansOf(ctx, id, days, said);
  const sessions = await lockDates(ctx, id, hours);
  const programme = (await findProgramme(db, id))!;
  await requireConfirmed(db, programme.placePath);
  if (programme.version !== version) throw errors.versionOld({}, "body.version");
  if (sessions.some(({ state }) => state === "open" || state === "closed")) throw errors.planBegun();
  const home = (await findHome(db, programme.homeId))!;
  if (home.closedOn !== null) throw errors.homeUnknown();
  const venue = (await use.directory.findVenue(home.venueId))!;
  mustBeOpen(ctx, venue, days, said);
  mustKnowRoom(home, columns.room);
  // A date that was called off stays so, and takes no room.
  const isOff = new Set(sessions.flatMap(({ heldOn, calledOffAt }) => (calledOffAt === null ? [] : [heldOn])));
  await mustHaveRoom(
    ctx,
    home,
    venue.seats,
    { ...columns, id },
    hours.filter((_, i) => !isOff.has(days[i]!)),
  );
  await db
    .updateTable("children_activities_programme")
    .set({ ...columns, version: version + 1 })
    .where("id", "=", id)
    .execute();
  for (const session of sessions.filter(({ calledOffAt, state }) => calledOffAt === null && state !== "lapsed")) {
    const isKept = days.includes(session.heldOn);
    const times = { startsAt: instantOf(session.heldOn, said.startTime, clock.zone), endsAt: instantOf(session.heldOn, said.endTime, clock.zone) };
    if (!isKept && session.state !== "cancelled") await endArranged(ctx, session, ctx.text("children-activities.plan.changed", {}, "zh-CN"));
    await db
      .updateTable("children_activities_session")
      .set({ ...times, ...saidHours(session, isKept), state: isKept ? sessionMoves.change.to : sessionMoves.cancel.to })
      .where("id", "=", session.id)
      .execute();
    await rejudge(ctx, session.id);
  }
  if (said.startTime !== programme.startTime || said.endTime !== programme.endTime || sessions.some(({ state }) => state === "cancelled"))
    await mustBeFree(ctx, id);
  await writeSessions(ctx, programme, said, days);
  audit("programme.change", id, { version: version + 1 });
}
