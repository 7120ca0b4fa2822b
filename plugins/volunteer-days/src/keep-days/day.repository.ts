import { byId, everywhere, within, type Place, type Scope } from "@lianxin/plugin-kit";
import type { VolunteerDaysDb } from "../plugin.js";

export const findSeries = (db: VolunteerDaysDb, id: string) => byId(db, "volunteer_days_series", id).selectAll().executeTakeFirst();
export type SeriesRow = NonNullable<Awaited<ReturnType<typeof findSeries>>>;
export const findDay = (db: VolunteerDaysDb, id: string) => byId(db, "volunteer_days_day", id).selectAll().executeTakeFirst();
export type DayRow = NonNullable<Awaited<ReturnType<typeof findDay>>>;

export const placeOfSeries = async (db: VolunteerDaysDb, id: string): Promise<Place | undefined> => {
  const row = await findSeries(db, id);
  return row && { path: row.placePath };
};
export const placeOfDay = async (db: VolunteerDaysDb, id: string): Promise<Place | undefined> => {
  const row = await findDay(db, id);
  return row && { path: row.placePath };
};

export const sitesOf = (db: VolunteerDaysDb, seriesId: string) =>
  db.selectFrom("volunteer_days_site").selectAll().where("seriesId", "=", seriesId).orderBy("position").orderBy("id").execute();
export type SiteRow = Awaited<ReturnType<typeof sitesOf>>[number];

const readPosts = (db: VolunteerDaysDb, dayIds: readonly string[]) =>
  db
    .selectFrom("volunteer_days_post as post")
    .innerJoin("volunteer_days_site as site", "site.id", "post.siteId")
    .innerJoin("volunteer_days_series as series", "series.id", "site.seriesId")
    .selectAll("post")
    .select([
      "series.insuredFrom",
      "series.insuredUntil",
      "site.name as siteName",
      "site.position as position",
      "site.meetingPoint as siteMeetingPoint",
      "site.closedOn as siteClosedOn",
      "site.posts as asked",
    ])
    .select((eb) => eb.fn.coalesce("post.keptWork", "site.work").as("work"))
    .where("post.dayId", "in", ["", ...dayIds])
    .orderBy("site.position")
    .orderBy("post.kind")
    .orderBy("post.id")
    .execute();

/** The posts of some days, each with its site's name, in the order of the sites. A leader's post of a team that is to have none has no place but the one somebody keeps. */
export async function postsOf(db: VolunteerDaysDb, dayIds: readonly string[]) {
  return (await readPosts(db, dayIds)).map(({ asked, ...post }) => {
    // A date that had begun before the team was changed keeps the number it asked for.
    const isUnled = post.kind === "leader" && post.least === 0 && !asked.some(({ kind }) => kind === "leader");
    return { ...post, isUnled, most: isUnled ? post.taken : post.most };
  });
}
export type PostRow = Awaited<ReturnType<typeof postsOf>>[number];

export const listSeries = (db: VolunteerDaysDb, scope: Scope) => within(db, scope, "volunteer_days_series").selectAll().orderBy("createdAt").execute();

/** Every site that a team still goes to, with its compound. */
export const placedSites = (db: VolunteerDaysDb) =>
  db.selectFrom("volunteer_days_site").select(["seriesId", "placeId"]).where("closedOn", "is", null).execute();

export const seriesOfSites = (db: VolunteerDaysDb, ids: readonly string[]) =>
  everywhere(db, "volunteer_days_series", "the series that go to a compound of the reader")
    .selectAll()
    .where("id", "in", ["", ...ids])
    .orderBy("createdAt")
    .execute();

export const daysOfSeries = (db: VolunteerDaysDb, seriesId: string, from: string, to: string) =>
  everywhere(db, "volunteer_days_day", "the dates of a series that was reached before")
    .selectAll()
    .where("seriesId", "=", seriesId)
    .where("originalOn", ">=", from)
    .where("originalOn", "<=", to)
    .orderBy("heldOn")
    .execute();

/** The dates of a series that are not over, by when they are held: one that was moved across today is found by where it went. */
export const daysAheadOf = (db: VolunteerDaysDb, seriesId: string, now: string) =>
  everywhere(db, "volunteer_days_day", "the dates of a series that was reached before")
    .selectAll()
    .where("seriesId", "=", seriesId)
    .where("endsAt", ">", now)
    .orderBy("heldOn")
    .execute();

export const allSeries = (db: VolunteerDaysDb, today: string) =>
  everywhere(db, "volunteer_days_series", "the job opens the next dates of every series")
    .selectAll()
    .where((eb) => eb.or([eb("untilOn", "is", null), eb("untilOn", ">=", today)]))
    .orderBy("id")
    .execute();
