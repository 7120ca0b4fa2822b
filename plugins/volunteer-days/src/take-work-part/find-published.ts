import { everywhere } from "@lianxin/plugin-kit";
import type { VolunteerDaysContext } from "../plugin.js";

/** A part of a decision as a volunteer day. */
export interface PublishedPart {
  readonly partId: string;
  readonly title: string;
  readonly dayId: string;
  readonly heldOn: string;
  readonly state: string;
  readonly isOver: boolean;
}

/** The volunteer days that parts were published as, soonest first: of one part all, otherwise those that are not over. O(days). */
export async function findPublished({ db, clock }: VolunteerDaysContext, partId?: string): Promise<PublishedPart[]> {
  const series = await everywhere(db, "volunteer_days_series", "which work parts stand as a volunteer day")
    .select(["id", "title", "workPartId"])
    .where("workPartId", partId === undefined ? "is not" : "=", partId ?? null)
    .execute();
  if (series.length === 0) return [];
  const of = new Map(series.map((one) => [one.id, one]));
  const days = await everywhere(db, "volunteer_days_day", "the dates of series that were reached before")
    .select(["id", "seriesId", "heldOn", "state", "endsAt"])
    .where("seriesId", "in", [...of.keys()])
    .orderBy("heldOn")
    .orderBy("id")
    .execute();
  return days
    .map(({ endsAt, ...day }) => ({ ...day, isOver: endsAt <= clock.now() }))
    .filter(({ isOver }) => partId !== undefined || !isOver)
    .map(({ id, seriesId, ...day }) => ({ partId: of.get(seriesId)!.workPartId!, title: of.get(seriesId)!.title, dayId: id, ...day }));
}
