import { everywhere } from "@lianxin/plugin-kit";
import { restoreDay } from "../change-day/change-day.js";
import { errors } from "../errors.js";
import { daysOfSeries } from "../keep-days/day.repository.js";
import { planSeries } from "../plan-days/plan-series.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { isDay, tellDay, weekdayOf } from "../tell-time/tell-time.js";

export interface PartShift {
  readonly heldOn: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly placeId: string;
  readonly meetingPoint: string;
  readonly least: number;
  readonly most: number;
  /** Why it takes place on a holiday; left out, it does not. */
  readonly holidayWhy?: string | undefined;
}

const published = async ({ db, clock }: VolunteerDaysContext): Promise<ReadonlySet<string>> => {
  const rows = await everywhere(db, "volunteer_days_series", "which work parts stand as a volunteer day already")
    .select("workPartId")
    .where("workPartId", "is not", null)
    .where("untilOn", ">=", clock.today())
    .execute();
  return new Set(rows.flatMap(({ workPartId }) => workPartId ?? []));
};

/** Parts of decisions at or below a path that nobody leads: neither claimed nor assigned nor put off, and not published yet. */
export async function listFreeParts(ctx: VolunteerDaysContext, path: string) {
  const known = await published(ctx);
  const parts = await ctx.use.commitments.unfinishedAt(path);
  return parts
    .filter(({ id, commitment, deferred }) => commitment === null && deferred === null && !known.has(id))
    .map(({ id, title, standard, source }) => ({ id, title, standard, from: source.title }));
}

/**
 * Publishes a part nobody claimed as a volunteer day of its own, to which anybody may sign up. The part stays in the ledger of promises as it is: neighbours
 * who help are not its owner. Throws partUnknown, partPublished, yearNotLoaded, dayFar, dateOff, and what is odd about day, times and place.
 */
export async function publishPart(ctx: VolunteerDaysContext, partId: string, shift: PartShift): Promise<string> {
  const path = (await ctx.use.directory.community())!.path;
  if ((await published(ctx)).has(partId)) throw errors.partPublished();
  const part = (await listFreeParts(ctx, path)).find(({ id }) => id === partId);
  if (!part) throw errors.partUnknown();
  const { heldOn, startTime, endTime, placeId, meetingPoint, least, most, holidayWhy } = shift;
  if (!isDay(heldOn)) throw errors.dayInvalid({ value: heldOn }, "body.heldOn");
  if (heldOn < ctx.clock.today()) throw errors.dayOver({ day: heldOn }, "body.heldOn");
  const title = part.title.slice(0, 100);
  const posts = [{ kind: "member" as const, title: ctx.text("volunteer-days.kind.member", {}, "zh-CN"), least, most, isAdultsOnly: false }];
  const { id, missingYears } = await planSeries(ctx, path, {
    ...{ title, weekday: weekdayOf(heldOn), startTime, endTime, fromOn: heldOn, untilOn: heldOn, meetingPoint, workPartId: partId },
    sites: [{ placeId, work: title, posts }],
  });
  if (missingYears.length > 0) throw errors.yearNotLoaded({ year: missingYears[0]! }, "body.heldOn");
  const [day] = await daysOfSeries(ctx.db, id, heldOn, heldOn);
  if (!day) throw errors.dayFar({ day: heldOn, weeks: ctx.config.weeksAhead }, "body.heldOn");
  if (day.state !== "open" && holidayWhy === undefined) throw errors.dateOff({ day: tellDay(heldOn) }, "body.heldOn");
  if (day.state !== "open") await restoreDay(ctx, day, { holidayWhy });
  ctx.audit("part.publish", partId, { seriesId: id });
  return id;
}
