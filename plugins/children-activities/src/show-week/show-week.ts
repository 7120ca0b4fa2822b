import { everywhere } from "@lianxin/plugin-kit";
import { toldSince } from "../ask-guardian/note-own.js";
import { hideSmall } from "../count-year/hide-small.js";
import { law } from "../judge-safety/law.js";
import { closedKeptUntil } from "../end-retention/retention.js";
import { isLeftOpen } from "../end-dates/end-dates.js";
import { isCountLate, isUncollected } from "../hold-session/count-due.js";
import { countCorrected, countKept, homesDirectedBy } from "../keep-homes/home.repository.js";
import { attendancesOf, postsOf } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { addDays } from "../tell-time/tell-time.js";
import { standing } from "./show-days.js";
import { takenOff } from "./taken-off.js";
import { adultsById, adultsOfPerson } from "../vet-adults/adult.repository.js";

const dayWord = (heldOn: string, today: string): "today" | "tomorrow" | "other" =>
  heldOn === today ? "today" : heldOn === addDays(today, 1) ? "tomorrow" : "other";
/** A date that nobody opened stands on its director's list for so many days. */
const lapsedDays = 7;

/**
 * The homes somebody answers for, closed ones of which children are kept too, and the sessions of this week and the next there or at which they are on duty; of their homes whatever was left open
 * before, and what nobody opened of late.
 */
export async function showMine({ db, actor, clock, use }: ActivitiesContext) {
  if (actor.personId === null) return { homes: [], sessions: [], takenOff: [] };
  const [adults, homes] = await Promise.all([adultsOfPerson(db, actor.personId), homesDirectedBy(db, actor.personId)]);
  const adultIds = ["none", ...adults.map(({ id }) => id)];
  const homeIds = ["none", ...homes.map(({ id }) => id)];
  const rows = await everywhere(db, "children_activities_session", "the sessions one is on duty at or answers for oneself")
    .selectAll()
    .where((eb) =>
      eb.or([
        eb("heldOn", ">=", addDays(clock.today(), -1)),
        eb.and([eb("state", "=", "open"), eb("homeId", "in", homeIds)]),
        eb.and([eb("state", "=", "lapsed"), eb("heldOn", ">=", addDays(clock.today(), -lapsedDays)), eb("homeId", "in", homeIds)]),
      ]),
    )
    .where("heldOn", "<=", addDays(clock.today(), 14))
    .where("state", "!=", "cancelled")
    .where((eb) =>
      eb.or([
        eb("homeId", "in", homeIds),
        eb(
          "id",
          "in",
          eb.selectFrom("children_activities_post").select("sessionId").where("adultId", "in", adultIds).where("state", "in", ["planned", "present"]),
        ),
      ]),
    )
    .orderBy("startsAt")
    .limit(100)
    .execute();
  const plans = await everywhere(db, "children_activities_programme", "the titles of those sessions")
    .select(["id", "title"])
    .where("id", "in", ["none", ...rows.map(({ programmeId }) => programmeId)])
    .execute();
  const titles = new Map(plans.map(({ id, title }) => [id, title]));
  const [kept, off, corrected] = [
    await countKept(db, homeIds),
    await takenOff({ db, clock }, homeIds),
    await countCorrected(db, homeIds, toldSince({ clock })),
  ];
  return {
    takenOff: off,
    homes: await Promise.all(
      homes.map(async ({ id, venueId, closedOn }) => ({
        id,
        closedOn,
        keptUntil: closedOn === null ? null : closedKeptUntil(closedOn),
        children: kept.get(id) ?? 0,
        corrected: corrected.get(id) ?? 0,
        name: (await use.directory.findVenue(venueId))?.name ?? "",
      })),
    ),
    sessions: rows.map((session) => {
      const { id, programmeId, heldOn, startsAt, endsAt, state, children } = session;
      const day = dayWord(heldOn, clock.today());
      const said = {
        title: titles.get(programmeId) ?? "",
        violations: standing(session, clock.now()),
        isLeftOpen: isLeftOpen(session, clock.now()),
        isUncollected: isUncollected(session, children, clock.now()),
        isCountLate: isCountLate(session, children, clock.now()),
      };
      return { ...{ id, programmeId, heldOn, startsAt, endsAt, state, children, day }, ...said };
    }),
  };
}

/** What the public may know of the sessions ahead: what, when, where, how many children and adults, a few not by number; nobody's name. */
export async function showPublic({ db, clock, use }: ActivitiesContext) {
  const rows = await everywhere(db, "children_activities_session", "the public notice has figures only")
    .selectAll()
    .where((eb) => eb.or([eb("state", "in", ["published", "open"]), eb("calledOffState", "=", "published")]))
    .where("heldOn", ">=", clock.today())
    .where("heldOn", "<=", addDays(clock.today(), 14))
    .orderBy("startsAt")
    .limit(200)
    .execute();
  const plans = new Map(
    (
      await everywhere(db, "children_activities_programme", "the public notice has figures only")
        .select(["id", "title", "purpose"])
        .where("id", "in", ["none", ...rows.map(({ programmeId }) => programmeId)])
        .execute()
    ).map((one) => [one.id, one]),
  );
  const homes = await everywhere(db, "children_activities_home", "the public notice has figures only").select(["id", "venueId"]).execute();
  const venues = new Map(await Promise.all(homes.map(async ({ id, venueId }) => [id, (await use.directory.findVenue(venueId))?.name ?? ""] as const)));
  const ids = rows.map(({ id }) => id);
  const [attendances, posts] = await Promise.all([attendancesOf(db, ids), postsOf(db, ids)]);
  // Who is enrolled and on duty, never who is there: else the notice would tell of each child that comes and goes.
  const countOf = (all: readonly { readonly sessionId: string; readonly state: string }[], left: readonly string[], id: string) =>
    all.filter(({ sessionId, state }) => sessionId === id && !left.includes(state)).length;
  const personOf = new Map(
    (
      await adultsById(
        db,
        posts.map(({ adultId }) => adultId),
      )
    ).map((one) => [one.id, one.personId]),
  );
  // Whoever left and came back, or is written down twice, is one; whoever left for good is not there any more.
  const peopleAt = (id: string): number =>
    new Set(posts.flatMap(({ sessionId, state, adultId }) => (sessionId === id && (state === "planned" || state === "present") ? [personOf.get(adultId)] : [])))
      .size;
  return rows.map(({ id, programmeId, homeId, heldOn, startsAt, endsAt, calledOffAt }) => ({
    isCalledOff: calledOffAt !== null,
    ...{ title: plans.get(programmeId)?.title ?? "", purpose: plans.get(programmeId)?.purpose ?? "", home: venues.get(homeId) ?? "" },
    ...{ heldOn, startsAt, endsAt, adults: peopleAt(id), smallest: law.smallestCell.value },
    children: hideSmall({ children: countOf(attendances, ["cancelled"], id) }, law.smallestCell.value).cells.children,
  }));
}
