import { findSeries, type DayRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { tellWhen } from "../tell-time/tell-time.js";
import { activeOn } from "../sign-up/sign-up.repository.js";
import { writeToVolunteers, type Occasion } from "./write-to-volunteers.js";

/** What a letter says of a day. */
export async function paramsOf({ db, clock, text, use }: VolunteerDaysContext, day: DayRow): Promise<Record<string, string>> {
  const series = (await findSeries(db, day.seriesId))!;
  const community = await use.directory.community();
  const why = day.words ?? (day.reason ? text(`volunteer-days.reason.${day.reason}`, {}, "zh-CN") : "");
  return {
    title: series.title,
    when: tellWhen(day.heldOn, day.startsAt, day.endsAt, clock.zone),
    meetingPoint: day.meetingPoint ?? series.meetingPoint,
    community: community?.name ?? "",
    why: day.holiday && day.reason === "holiday" ? day.holiday : why,
  };
}

/** Tells everybody who has a place or waits for one what changed about a day: once each. */
export async function tellOfDay(ctx: VolunteerDaysContext, day: DayRow, occasion: Occasion): Promise<number> {
  const people = await activeOn(ctx.db, day.id);
  if (people.length === 0) return 0;
  return writeToVolunteers(ctx, people, { occasion, key: `day-${day.sequence}`, params: await paramsOf(ctx, day), startsAt: day.startsAt });
}
