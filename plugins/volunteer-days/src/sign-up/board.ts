import { findDay, findSeries, postsOf, type DayRow, type PostRow, type SeriesRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysDb } from "../plugin.js";

/** A post whose counts go along with what is decided. */
export type OpenPost = { -readonly [K in keyof PostRow]: PostRow[K] } & { isChanged: boolean };
export interface OpenDay {
  readonly day: DayRow;
  readonly series: SeriesRow;
  readonly posts: readonly OpenPost[];
  lastNumber: number;
}
export type Board = ReadonlyMap<string, OpenDay>;

async function boardOf(db: VolunteerDaysDb, days: readonly DayRow[]): Promise<Board> {
  const posts =
    days.length === 0
      ? []
      : await postsOf(
          db,
          days.map(({ id }) => id),
        );
  const series = new Map<string, SeriesRow>();
  for (const { seriesId } of days) if (!series.has(seriesId)) series.set(seriesId, (await findSeries(db, seriesId))!);
  const of = (dayId: string) => posts.filter((post) => post.dayId === dayId).map((post) => ({ ...post, isChanged: false }));
  return new Map(days.map((day) => [day.id, { day, series: series.get(day.seriesId)!, posts: of(day.id), lastNumber: day.lastNumber }]));
}

/**
 * The days with their posts, held until the transaction ends: whoever else wants places of these days waits, in this process or another.
 * Days are held in one order by all. What is not there is left out.
 */
export async function holdDays(db: VolunteerDaysDb, dayIds: readonly string[]): Promise<Board> {
  const held: DayRow[] = [];
  for (const id of [...new Set(dayIds)].sort())
    held.push(
      ...(await db
        .updateTable("volunteer_days_day")
        .set((eb) => ({ lastNumber: eb.ref("lastNumber") }))
        .where("id", "=", id)
        .returningAll()
        .execute()),
    );
  return boardOf(db, held);
}

/** A day with its posts as it is at this moment, to say what would come of something; nobody waits for it. */
export async function lookAtDay(db: VolunteerDaysDb, dayId: string): Promise<Board> {
  const day = await findDay(db, dayId);
  return boardOf(db, day ? [day] : []);
}

/** Writes the counts that changed. */
export async function keepBoard(db: VolunteerDaysDb, board: Board): Promise<void> {
  for (const { day, posts, lastNumber } of board.values()) {
    if (lastNumber !== day.lastNumber) await db.updateTable("volunteer_days_day").set({ lastNumber }).where("id", "=", day.id).execute();
    for (const { id, taken, waiting, isChanged } of posts)
      if (isChanged) await db.updateTable("volunteer_days_post").set({ taken, waiting }).where("id", "=", id).execute();
  }
}
