import { everywhere, type Scope } from "@lianxin/plugin-kit";
import { groupBy } from "../group-by.js";
import { closedKeptUntil } from "../end-retention/retention.js";
import { homesDirectedBy, listHomesEver, type HomeRow } from "../keep-homes/home.repository.js";
import { standingOf } from "../keep-safe/rejudge.js";
import type { SessionRow } from "../keep-safe/session.repository.js";
import { broken } from "../keep-safe/tell-broken.js";
import type { ActivitiesContext, ActivitiesDb } from "../plugin.js";
import { addDays, mondayOf } from "../tell-time/tell-time.js";

/** What is broken now, or will be when it begins. */
export const standing = (session: SessionRow, now: string) =>
  broken(standingOf(session, session.state === "open" || now > session.startsAt ? now : session.startsAt));

/** The venues, dates and plans of a week of homes that were chosen before. Three queries whatever their number. */
function readWeek(db: ActivitiesDb, homes: readonly HomeRow[], from: string, until: string) {
  const why = "a week of homes that were chosen before";
  const homeIds = ["none", ...homes.map(({ id }) => id)];
  const venueIds = ["none", ...homes.map(({ venueId }) => venueId)];
  return Promise.all([
    everywhere(db, "directory_v1_venue", why).select(["id", "name"]).where("id", "in", venueIds).execute(),
    everywhere(db, "children_activities_session", why)
      .selectAll()
      .where("homeId", "in", homeIds)
      .where("heldOn", ">=", from)
      .where("heldOn", "<=", until)
      .where("state", "!=", "cancelled")
      .orderBy("startsAt")
      .execute(),
    everywhere(db, "children_activities_programme", why)
      .select(["id", "title", "expected"])
      .where("homeId", "in", homeIds)
      .where("fromOn", "<=", until)
      .where("untilOn", ">=", from)
      .execute(),
  ]);
}

async function showDays({ db, clock }: ActivitiesContext, homes: readonly HomeRow[], day: string) {
  const from = mondayOf(day);
  const until = addDays(from, 6);
  const [venues, sessions, programmes] = await readWeek(db, homes, from, until);
  const [names, plans, byHome] = [
    new Map(venues.map((one) => [one.id, one.name])),
    new Map(programmes.map((one) => [one.id, one])),
    groupBy(sessions, ({ homeId }) => homeId),
  ];
  const now = clock.now();
  const [shown, others] = [homes.filter(({ id, closedOn }) => closedOn === null || byHome.has(id)), homes.filter(({ id }) => !byHome.has(id))];
  return {
    ...{ from, until, now },
    /** Closed ones of which nothing was held in that week, while they can open again with their children. */
    closed: others.flatMap(({ id, venueId, closedOn }) =>
      closedOn === null || closedKeptUntil(closedOn) < clock.today() ? [] : [{ id, closedOn, name: names.get(venueId) ?? "" }],
    ),
    homes: shown.map(({ id, venueId, closedOn }) => ({
      ...{ id, closedOn, name: names.get(venueId) ?? "" },
      sessions: (byHome.get(id) ?? []).map((session) => ({
        ...{
          id: session.id,
          programmeId: session.programmeId,
          heldOn: session.heldOn,
          startsAt: session.startsAt,
          endsAt: session.endsAt,
          state: session.state,
        },
        ...{ title: plans.get(session.programmeId)?.title ?? "", children: session.children, adults: session.adults },
        places: Object.values(plans.get(session.programmeId)?.expected ?? {}).reduce((sum, one) => sum + one, 0),
        violations: standing(session, now),
      })),
    })),
  };
}

/** The homes one may see or answers for by days of a week, each session with how it stands, and what was held at a home before it closed; figures only. */
export const showWeek = async (ctx: ActivitiesContext, scope: Scope, day: string) => showDays(ctx, await listHomesEver(ctx.db, scope, ctx.actor.personId), day);
/** The same of the homes one answers for. */
export const showOwnWeek = async (ctx: ActivitiesContext, day: string) =>
  showDays(ctx, ctx.actor.personId === null ? [] : await homesDirectedBy(ctx.db, ctx.actor.personId), day);
