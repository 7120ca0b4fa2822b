import type { Holidays } from "../directory.js";
import { errors } from "../errors.js";
import type { DirectoryContext, DirectoryDb } from "../plugin.js";
import { getDay } from "../read-words/get-term.js";

export interface HolidayYear {
  readonly year: number;
  readonly source: string;
  readonly isFictional: boolean;
  readonly days: readonly { readonly day: string; readonly name: string; readonly isOffDay: boolean }[];
}

/** Replaces what is known of a year; throws dayUnknown, holidayOfAnotherYear, holidayTwice. */
export async function loadHolidays({ db, newId, publish, audit }: DirectoryContext, { year, source, isFictional, days }: HolidayYear): Promise<void> {
  const seen = new Set<string>();
  for (const [i, { day }] of days.entries()) {
    const field = `body.days.${i}.day`;
    if (!getDay(day, field).startsWith(`${year}-`)) throw errors.holidayOfAnotherYear({ day, year }, field);
    if (seen.has(day)) throw errors.holidayTwice({ day }, field);
    seen.add(day);
  }
  await db.deleteFrom("directory_holiday").where("year", "=", year).execute();
  if (days.length > 0)
    await db
      .insertInto("directory_holiday")
      .values(days.map((day) => ({ ...day, id: newId(), year, source, isFictional })))
      .execute();
  publish("holidaysLoaded", String(year), { year });
  audit("holidays.load", String(year), { days: days.length, isFictional });
}

/** Days of the years asked for, and which of the years nobody has loaded. */
export async function findHolidays(db: DirectoryDb, years: readonly number[]): Promise<Holidays> {
  const rows = await db
    .selectFrom("directory_holiday")
    .select(["year", "day", "name", "isOffDay", "isFictional"])
    .where("year", "in", [0, ...years])
    .orderBy("day")
    .execute();
  const loaded = new Set(rows.map((row) => row.year));
  return {
    days: rows.map(({ day, name, isOffDay, isFictional }) => ({ day, name, isOffDay, isFictional })),
    missingYears: years.filter((year) => !loaded.has(year)),
  };
}

export const loadedYears = (db: DirectoryDb) =>
  db
    .selectFrom("directory_holiday")
    .select(["year", "source", "isFictional"])
    .select((eb) => eb.fn.countAll<number>().as("days"))
    .groupBy(["year", "source", "isFictional"])
    .orderBy("year")
    .execute();
