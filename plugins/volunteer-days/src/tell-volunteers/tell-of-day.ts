import { findSeries, type DayRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { tellWhen } from "../tell-time/tell-time.js";
import { activeOn } from "../sign-up/sign-up.repository.js";
import { reachable, type Told } from "./reach.js";
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

/** Tells everybody who has a place or waits for one what changed about a day: once each; whoever is elsewhere at that time also hears where. Gives whom that reaches. */
export async function tellOfDay(
  ctx: VolunteerDaysContext,
  day: DayRow,
  occasion: Occasion,
  clashes: readonly { readonly signUpId: string; readonly other: string }[] = [],
): Promise<Told> {
  const people = await activeOn(ctx.db, day.id);
  if (people.length === 0) return { told: 0, toCall: [] };
  const others = new Map(clashes.map(({ signUpId, other }) => [signUpId, other]));
  const message = { key: `day-${day.sequence}`, params: await paramsOf(ctx, day), startsAt: day.startsAt };
  const free = people.filter(({ signUpId }) => !others.has(signUpId));
  await writeToVolunteers(ctx, free, { ...message, occasion });
  for (const person of people) {
    const other = others.get(person.signUpId);
    if (other) await writeToVolunteers(ctx, [person], { ...message, occasion: "clash", params: { ...message.params, other } });
  }
  return reachable(ctx, people);
}
