import { within, type Scope } from "@lianxin/plugin-kit";
import { groupBy } from "../group-by.js";
import { countAdults, placesFor } from "../judge-safety/count-adults.js";
import { waysToCount } from "../judge-safety/strictest.js";
import { findHome } from "../keep-homes/home.repository.js";
import { broken } from "../keep-safe/tell-broken.js";
import { policyOf } from "../keep-safe/read-facts.js";
import { standingOf } from "../keep-safe/rejudge.js";
import { isOff, sessionMoves } from "../keep-safe/states.js";
import { attendancesOf, findProgramme, postsOf, sessionsOfProgramme } from "../keep-safe/session.repository.js";
import { waitingAt } from "../override-rule/override.js";
import type { ActivitiesContext } from "../plugin.js";
import { gapsOf, signaturesOf } from "./publish.js";

/** A plan with its task list: what it says, what is missing, who signed, how each date stands; what each way of counting would ask for. */
export async function showPlan(ctx: ActivitiesContext, id: string) {
  const { db, use, clock } = ctx;
  const programme = (await findProgramme(db, id))!;
  const [sessions, signed, home] = await Promise.all([sessionsOfProgramme(db, id), signaturesOf(db, programme), findHome(db, programme.homeId)]);
  const ids = sessions.map((session) => session.id);
  const [posts, attendances, names, venue] = await Promise.all([
    postsOf(db, ids),
    attendancesOf(db, ids),
    use.directory.namesOf(signed.map(({ personId }) => personId)),
    use.directory.findVenue(home!.venueId),
  ]);
  const overrides = await waitingAt(ctx, ids);
  const [postsBySession, attendancesBySession] = [groupBy(posts, ({ sessionId }) => sessionId), groupBy(attendances, ({ sessionId }) => sessionId)];
  const policy = policyOf(programme, programme.fromOn);
  const vetted = Math.min(...sessions.filter(({ state }) => !isOff(state)).map(({ adults }) => adults), 1_000);
  const {
    title,
    purpose,
    expected,
    packId,
    mode,
    modeNote,
    isRisky,
    weekdays,
    fromOn,
    untilOn,
    startTime,
    endTime,
    closesOn,
    emergencyPlan,
    insurance,
    version,
  } = programme;
  return {
    /** Those of the home to choose from, and when it is open; no span means at any time. */
    rooms: [...home!.rooms],
    hours: (venue?.openings ?? []).map(({ weekday, fromTime, toTime }) => ({ weekday, fromTime, toTime })),
    ...{ room: programme.room, id, homeId: programme.homeId, homeName: venue?.name ?? "", placePath: programme.placePath, version },
    ...{
      title,
      purpose,
      expected,
      packId,
      mode,
      modeNote,
      isRisky,
      weekdays: [...weekdays],
      fromOn,
      untilOn,
      startTime,
      endTime,
      closesOn,
      emergencyPlan,
      insurance,
    },
    overrides,
    /** Dates ahead that nobody published yet. */
    waiting: sessions.filter(({ state, endsAt }) => (sessionMoves.publish.from as readonly string[]).includes(state) && endsAt > clock.now()).length,
    homeClosedOn: home!.closedOn,
    isMine: home!.directorId === ctx.actor.personId,
    gaps: gapsOf(programme),
    signatures: signed.map(({ kind, personId, at }) => ({ kind, at, name: names.get(personId) ?? "" })),
    ratio: countAdults(expected, policy),
    citation: policy.pack.citation,
    /** How many of these places the adults on duty on the weakest date would do for. */
    placesFor: placesFor(expected, policy, vetted),
    choices: waysToCount(expected, isRisky, fromOn),
    sessions: sessions.map((session) => ({
      calledOff: session.calledOffReason,
      /** Called off by somebody, not over, and its home open: it can be held after all. */
      mayRestore: home!.closedOn === null && session.calledOffAt !== null && session.endsAt > clock.now(),
      ...{ id: session.id, heldOn: session.heldOn, startsAt: session.startsAt, endsAt: session.endsAt, state: session.state, adults: session.adults },
      enrolled: (attendancesBySession.get(session.id) ?? []).filter(({ state }) => state !== "cancelled").length,
      violations: broken(standingOf(session, clock.now() > session.startsAt ? clock.now() : session.startsAt)),
      posts: (postsBySession.get(session.id) ?? []).map((post) => ({ id: post.id, adultId: post.adultId, state: post.state })),
    })),
  };
}

export const listProgrammes = async (ctx: ActivitiesContext, scope: Scope) =>
  (await within(ctx.db, scope, "children_activities_programme").selectAll().orderBy("fromOn", "desc").limit(200).execute()).map(
    ({ id, homeId, title, fromOn, untilOn }) => ({ id, homeId, title, fromOn, untilOn }),
  );
