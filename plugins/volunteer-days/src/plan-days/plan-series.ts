import { daysAheadOf, sitesOf, type SeriesRow } from "../keep-days/day.repository.js";
import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { findForbidden, findRisk } from "../join-rules/work-rules.js";
import type { PostSpec } from "../tables/days.js";
import { isDay, isTime } from "../tell-time/tell-time.js";
import { checkInsured, readInsurance, type Insurance } from "./insurance.js";
import { addPosts, openDays } from "./open-days.js";

export interface NewSite {
  readonly placeId: string;
  readonly work: string;
  readonly meetingPoint?: string | undefined;
  readonly posts: readonly PostSpec[];
}
export interface NewSeries extends Partial<Insurance> {
  readonly title: string;
  readonly weekday: number;
  readonly startTime: string;
  readonly endTime: string;
  readonly fromOn: string;
  readonly untilOn?: string | undefined;
  readonly meetingPoint: string;
  readonly tools?: string | undefined;
  readonly hazards?: string | undefined;
  /** The part of a decision it is published for. */
  readonly workPartId?: string | undefined;
  readonly sites: readonly NewSite[];
}

/** Throws timeInvalid, timesTurned, dayInvalid, datesTurned. */
export function checkTimes({ startTime, endTime, fromOn, untilOn }: Pick<NewSeries, "startTime" | "endTime" | "fromOn" | "untilOn">): void {
  if (!isTime(startTime)) throw errors.timeInvalid({ value: startTime }, "body.startTime");
  if (!isTime(endTime)) throw errors.timeInvalid({ value: endTime }, "body.endTime");
  if (endTime <= startTime) throw errors.timesTurned({}, "body.endTime");
  if (!isDay(fromOn)) throw errors.dayInvalid({ value: fromOn }, "body.fromOn");
  if (untilOn !== undefined && !isDay(untilOn)) throw errors.dayInvalid({ value: untilOn }, "body.untilOn");
  if (untilOn !== undefined && untilOn < fromOn) throw errors.datesTurned({}, "body.untilOn");
}

function checkPosts(posts: readonly PostSpec[], field: string): void {
  const kinds = posts.map(({ kind }) => kind);
  const isOdd = kinds.length === 0 || new Set(kinds).size < kinds.length || posts.some(({ least, most }) => most < least || most < 1);
  if (posts.some(({ kind, skill }) => (kind === "skilled") !== Boolean(skill?.trim()))) throw errors.skillOdd({}, field);
  if (isOdd) throw errors.postsOdd({}, field);
}

/** Nothing no volunteer may do; with bodily danger adults alone, and insured. */
export function checkWork(insurance: Insurance, { work, posts }: Pick<NewSite, "work" | "posts">, day: string, field: string): void {
  const forbidden = findForbidden(work, day);
  if (forbidden) throw errors.workForbidden({ word: forbidden }, `${field}.work`);
  const word = findRisk(work, day);
  if (!word) return;
  if (posts.some(({ isAdultsOnly }) => !isAdultsOnly)) throw errors.riskyForMinors({ word }, `${field}.posts`);
  checkInsured(insurance, work, day);
}

async function placeSite({ use }: VolunteerDaysContext, path: string, { placeId }: NewSite, field: string): Promise<string> {
  const place = await use.directory.findPlace(placeId);
  if (!place) throw errors.placeUnknown({}, field);
  if (!place.path.startsWith(path)) throw errors.placeOutside({ name: place.name }, field);
  return place.name;
}

/** A site more for a series, for its dates that are not over; throws placeUnknown, placeOutside, postsOdd, workForbidden, riskyForMinors, insuranceNeeded. */
export async function addSite(ctx: VolunteerDaysContext, series: SeriesRow, site: NewSite, field = "body"): Promise<string> {
  const { db, newId, clock, audit } = ctx;
  checkPosts(site.posts, `${field}.posts`);
  checkWork(series, site, clock.today(), field);
  const name = await placeSite(ctx, series.placePath, site, `${field}.placeId`);
  const known = await sitesOf(db, series.id);
  const row = {
    ...{ id: newId(), seriesId: series.id, placeId: site.placeId, name, work: site.work, meetingPoint: site.meetingPoint ?? null },
    ...{ position: known.length, posts: [...site.posts], closedOn: null },
  };
  await db.insertInto("volunteer_days_site").values(row).execute();
  const ahead = (await daysAheadOf(db, series.id, clock.now())).map(({ id }) => id);
  await addPosts(ctx, ahead, [row]);
  audit("site.add", row.id, { seriesId: series.id });
  return row.id;
}

/** A series with its sites; its dates are opened at once. Throws what is odd about times, dates, places and posts, naming the field. */
export async function planSeries(ctx: VolunteerDaysContext, placePath: string, input: NewSeries): Promise<{ id: string; missingYears: readonly number[] }> {
  const { db, newId, clock, actor, audit } = ctx;
  checkTimes(input);
  const { sites, untilOn, tools, hazards, workPartId, ...said } = input;
  const series = {
    ...{ ...said, id: newId(), placePath, untilOn: untilOn ?? null, tools: tools ?? null, hazards: hazards ?? null },
    ...readInsurance(input),
    workPartId: workPartId ?? null,
    ...{ createdAt: clock.now(), createdById: actor.personId },
  };
  await db.insertInto("volunteer_days_series").values(series).execute();
  for (const [i, site] of sites.entries()) await addSite(ctx, series, site, `body.sites.${i}`);
  const { missingYears } = await openDays(ctx, series);
  audit("series.plan", series.id, { placePath });
  return { id: series.id, missingYears };
}
