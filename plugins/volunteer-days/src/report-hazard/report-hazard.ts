import { errors } from "../errors.js";
import { sitesOf, type DayRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext, VolunteerDaysDb } from "../plugin.js";

export const hazardsOf = (db: VolunteerDaysDb, dayId: string) =>
  db.selectFrom("volunteer_days_hazard").selectAll().where("dayId", "=", dayId).orderBy("createdAt").orderBy("id").execute();

export interface Seen {
  readonly siteId: string;
  readonly title: string;
  /** Where exactly: "3 栋楼道". */
  readonly spot?: string | undefined;
}

/**
 * What volunteers saw and may not touch (a loose railing, an open electric box) becomes a matter of the community, in nobody's name, with who wrote it
 * down. Throws siteUnknown, and what matters refuse.
 */
export async function reportHazard(ctx: VolunteerDaysContext, day: DayRow, { siteId, title, spot }: Seen): Promise<{ matterId: string; number: string }> {
  const { db, clock, newId, actor, use, audit } = ctx;
  const site = (await sitesOf(db, day.seriesId)).find(({ id }) => id === siteId);
  if (!site) throw errors.siteUnknown({}, "body.siteId");
  const { id: matterId, number } = await use.matters.raise({ title: title.trim(), placeId: site.placeId, spot });
  const seen = { id: newId(), dayId: day.id, siteId, title: title.trim(), matterId, matterNumber: number };
  await db
    .insertInto("volunteer_days_hazard")
    .values({ ...seen, createdAt: clock.now(), createdById: actor.personId })
    .execute();
  audit("hazard", matterId, { dayId: day.id, siteId });
  return { matterId, number };
}
