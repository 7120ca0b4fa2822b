import { everywhere } from "@lianxin/plugin-kit";
import { daysOfSeries, type DayRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysDb } from "../plugin.js";

/** Letters and digits at the end of a series' id that stand for it where its address is typed: short enough for an elder's thumb, one in sixteen million to be another's. */
const length = 6;

/** The series such a short name means, in whatever case it was typed; the first one ever planned where two end alike. */
export async function findByShortName(db: VolunteerDaysDb, typed: string): Promise<string | undefined> {
  if (typed.length !== length || !/^[0-9a-z]+$/i.test(typed)) return undefined;
  const [first] = await everywhere(db, "volunteer_days_series", "the public page: what its poster says, no person")
    .select("id")
    .where("id", "like", `%${typed.toLowerCase()}`)
    .orderBy("createdAt")
    .orderBy("id")
    .limit(1)
    .execute();
  return first?.id;
}

/** The day such a short name with its first date means, "8cc100-20260924". */
export async function findDayByShortName(db: VolunteerDaysDb, typed: string): Promise<DayRow | undefined> {
  const [, name, year, month, date] = /^(.+)-(\d{4})(\d{2})(\d{2})$/.exec(typed) ?? [];
  const seriesId = name && (await findByShortName(db, name));
  if (!seriesId) return undefined;
  const originalOn = `${year}-${month}-${date}`;
  return (await daysOfSeries(db, seriesId, originalOn, originalOn))[0];
}

/** What stands in a group for a day: its own id is longer than the rest of the message. */
export async function shortNameOfDay(db: VolunteerDaysDb, { id, seriesId, originalOn }: DayRow): Promise<string> {
  const name = `${await shortNameOf(db, seriesId)}-${originalOn.replaceAll("-", "")}`;
  return (await findDayByShortName(db, name))?.id === id ? name : id;
}

/** What is typed for a series: its short name, or its id where the short one means another series already. */
export async function shortNameOf(db: VolunteerDaysDb, seriesId: string): Promise<string> {
  const name = seriesId.slice(-length);
  return (await findByShortName(db, name)) === seriesId ? name : seriesId;
}
