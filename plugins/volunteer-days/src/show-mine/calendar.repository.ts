import type { VolunteerDaysDb } from "../plugin.js";

const joined = (db: VolunteerDaysDb) =>
  db
    .selectFrom("volunteer_days_sign_up as signUp")
    .innerJoin("volunteer_days_day as day", "day.id", "signUp.dayId")
    .innerJoin("volunteer_days_series as series", "series.id", "day.seriesId")
    .innerJoin("volunteer_days_post as post", "post.id", "signUp.postId")
    .innerJoin("volunteer_days_site as site", "site.id", "post.siteId")
    .select(["signUp.id", "signUp.volunteerId", "signUp.sequence", "signUp.confirmedAt", "signUp.endedAt"])
    .select(["day.startsAt", "day.endsAt", "day.state as dayState", "day.sequence as daySequence", "day.meetingPoint as dayMeetingPoint"])
    .select(["series.title", "series.tools", "series.meetingPoint", "site.name as siteName", "site.meetingPoint as siteMeetingPoint"])
    .select((eb) => eb.fn.coalesce("post.keptWork", "site.work").as("work"));

/** What the calendar entries of these sign-ups say. O(ids). */
export const entriesById = (db: VolunteerDaysDb, ids: readonly string[]) =>
  joined(db)
    .where("signUp.id", "in", ["", ...ids])
    .execute();
export type EntryRow = Awaited<ReturnType<typeof entriesById>>[number];

/** The entries of one volunteer from a moment on: all that were ever confirmed, those given back and called off too. */
export const entriesOf = (db: VolunteerDaysDb, volunteerId: string, from: string) =>
  joined(db)
    .where("signUp.volunteerId", "=", volunteerId)
    .where("signUp.confirmedAt", "is not", null)
    .where("day.endsAt", ">=", from)
    .orderBy("day.startsAt")
    .orderBy("signUp.id")
    .execute();
