import type { Place, Scope } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { findDay, findSeries, listSeries, placedSites, seriesOfSites, sitesOf, type SeriesRow } from "../keep-days/day.repository.js";
import { readCode } from "../hold-day/check-in.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { activeOn, findSignUp } from "../sign-up/sign-up.repository.js";

/** The places of some sites of a series, in their order; two queries. */
export async function sitePlaces({ db, use }: VolunteerDaysContext, seriesId: string): Promise<ReadonlyMap<string, Place>> {
  const sites = await sitesOf(db, seriesId);
  const paths = await use.directory.pathsOfPlaces(sites.map(({ placeId }) => placeId));
  return new Map(sites.flatMap(({ id, placeId }) => (paths.has(placeId) ? [[id, { path: paths.get(placeId)! }] as const] : [])));
}

/** Where a series is reached from: its community, or one of its compounds. Throws seriesUnknown. */
export async function placesOfSeries(ctx: VolunteerDaysContext, seriesId: string): Promise<readonly Place[]> {
  const row = await findSeries(ctx.db, seriesId);
  if (!row) throw errors.seriesUnknown();
  return [{ path: row.placePath }, ...(await sitePlaces(ctx, seriesId)).values()];
}

/** Where a day is reached from: its community, or one of its compounds; of one site alone: its community, or that compound. Throws dayUnknown. */
export async function placesOfDay(ctx: VolunteerDaysContext, dayId: string, siteId?: string): Promise<readonly Place[]> {
  const row = await findDay(ctx.db, dayId);
  if (!row) throw errors.dayUnknown();
  const places = await sitePlaces(ctx, row.seriesId);
  const own = siteId === undefined ? [...places.values()] : [places.get(siteId) ?? []].flat();
  return [{ path: row.placePath }, ...own];
}

/** Where a wish for a place on a day may be entered: its community, or the compound that was asked for; without one the community alone. Throws dayUnknown. */
export async function placesOfWish(ctx: VolunteerDaysContext, dayId: string, wish: { readonly siteId?: string; readonly postId?: string }) {
  return wish.postId === undefined ? placesOfDay(ctx, dayId, wish.siteId ?? "") : placesOfPost(ctx, dayId, wish.postId);
}

async function placesOfPost(ctx: VolunteerDaysContext, dayId: string, postId: string): Promise<readonly Place[]> {
  const post = await ctx.db.selectFrom("volunteer_days_post").select("siteId").where("id", "=", postId).executeTakeFirst();
  return placesOfDay(ctx, dayId, post?.siteId ?? "");
}

/** Where a sign-up is reached from: its community, or the compound of its team. Throws signUpUnknown. */
export async function placesOfSignUp(ctx: VolunteerDaysContext, signUpId: string): Promise<readonly Place[]> {
  const row = await findSignUp(ctx.db, signUpId);
  if (!row) throw errors.signUpUnknown();
  return placesOfPost(ctx, row.dayId, row.postId);
}

/** Where the row of somebody who is ticked off is reached from; a number that nobody has is the day's, to be refused by name. Throws dayUnknown, codeOtherDay. */
export async function placesOfRow(ctx: VolunteerDaysContext, dayId: string, which: { readonly signUpId?: string; readonly code?: string }) {
  const day = await findDay(ctx.db, dayId);
  if (!day) throw errors.dayUnknown();
  const code = which.code === undefined ? undefined : readCode(day, which.code);
  const row = (await activeOn(ctx.db, dayId)).find((one) => one.signUpId === which.signUpId || String(one.number) === code);
  return row ? placesOfPost(ctx, dayId, row.postId) : placesOfDay(ctx, dayId);
}

/** The series at the places one may see, and those with a compound there; `isWhole` where it is not for a compound of it alone. */
export async function seriesSeen(ctx: VolunteerDaysContext, scope: Scope): Promise<readonly (SeriesRow & { readonly isWhole: boolean })[]> {
  const whole = await listSeries(ctx.db, scope);
  const places = new Set((await ctx.use.directory.placesIn(scope)).map(({ id }) => id));
  const near = (await placedSites(ctx.db)).filter(({ placeId }) => places.has(placeId)).map(({ seriesId }) => seriesId);
  const others = await seriesOfSites(
    ctx.db,
    [...new Set(near)].filter((id) => !whole.some((one) => one.id === id)),
  );
  return [...whole.map((row) => ({ ...row, isWhole: true })), ...others.map((row) => ({ ...row, isWhole: false }))];
}
