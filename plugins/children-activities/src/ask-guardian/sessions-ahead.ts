import { everywhere } from "@lianxin/plugin-kit";
import { liveSessionsOfChild } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";

/** The dates ahead on which a child is expected, or is there now, soonest first: when, what and where. A date that passed unopened is over. O(dates). */
export async function sessionsAhead({ db, clock, use }: ActivitiesContext, childId: string, venueId: string | undefined) {
  const rows = (await liveSessionsOfChild(db, childId)).filter(({ state, endsAt }) => state === "open" || endsAt > clock.now());
  const here = await db
    .selectFrom("children_activities_attendance")
    .select("sessionId")
    .where("childId", "=", childId)
    .where("state", "=", "present")
    .execute();
  const plans = await everywhere(db, "children_activities_programme", "what a guardian's child is enrolled in")
    .select(["id", "title"])
    .where("id", "in", ["none", ...rows.map(({ programmeId }) => programmeId)])
    .execute();
  const titles = new Map(plans.map(({ id, title }) => [id, title]));
  const home = venueId === undefined || rows.length === 0 ? "" : ((await use.directory.findVenue(venueId))?.name ?? "");
  return rows
    .map(({ id, programmeId, heldOn, startsAt, endsAt }) => ({ ...{ id, programmeId, heldOn, startsAt, endsAt, home }, title: titles.get(programmeId) ?? "" }))
    .map((one) => ({ ...one, isHere: here.some(({ sessionId }) => sessionId === one.id) }))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}
