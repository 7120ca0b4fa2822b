import { everywhere } from "@lianxin/plugin-kit";
import type { SeriesRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysDb } from "../plugin.js";
import type { VolunteerRow } from "../sign-up/sign-up.repository.js";

type Series = Pick<SeriesRow, "id" | "title" | "createdAt">;
type Asked = Pick<VolunteerRow, "joinedRotaAt" | "rotaSeriesIds">;
type Word = Asked & Pick<VolunteerRow, "leftRotaAt" | "takenOffAt" | "leftSeries">;

/** The series of a community, oldest first. */
export const seriesAt = (db: VolunteerDaysDb, placePath: string): Promise<Series[]> =>
  everywhere(db, "volunteer_days_series", "what somebody of the community may have said yes to")
    .select(["id", "title", "createdAt"])
    .where("placePath", "=", placePath)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();

/** Whether somebody is on the rota of this series: a yes to one is none to another. */
export const isAskedFor = ({ joinedRotaAt, rotaSeriesIds }: Asked, { id, createdAt }: Pick<SeriesRow, "id" | "createdAt">): boolean =>
  joinedRotaAt !== null && (rotaSeriesIds === null ? createdAt <= joinedRotaAt : rotaSeriesIds.includes(id));

/** The series whose rota somebody is on. */
export const askedOf = (row: Asked, all: readonly Series[]): string[] => all.flatMap((one) => (isAskedFor(row, one) ? one.id : []));

/** Since when somebody is not asked for a series any more, by their own word or said at the desk; null for who is, or never was. */
export const leftSince = ({ joinedRotaAt, leftRotaAt, takenOffAt, leftSeries }: Word, seriesId: string): string | null =>
  joinedRotaAt === null ? (leftRotaAt ?? takenOffAt) : (leftSeries?.[seriesId] ?? null);

/** The series they are asked for, and those they are not any more, with a yes to one: whoever had left all has not come back to the others by it. */
export function withYes(row: Word, all: readonly Series[], seriesId: string): Pick<Word, "rotaSeriesIds" | "leftSeries"> {
  const asked = askedOf(row, all);
  const since = leftSince(row, seriesId);
  const gone = row.joinedRotaAt === null && since !== null ? (row.rotaSeriesIds ?? []).map((id) => [id, since] as const) : [];
  const left = [...Object.entries(row.leftSeries ?? {}), ...gone].filter(([id]) => id !== seriesId);
  return { rotaSeriesIds: asked.includes(seriesId) ? asked : [...asked, seriesId], leftSeries: left.length > 0 ? Object.fromEntries(left.sort()) : null };
}
