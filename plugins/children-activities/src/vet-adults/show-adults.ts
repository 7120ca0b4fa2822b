import type { Scope } from "@lianxin/plugin-kit";
import { vettingOn, type CheckFact } from "../judge-safety/is-vetted.js";
import { findHome, openHomesOf } from "../keep-homes/home.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { adultsCovering, checksByPerson, listAdults } from "./adult.repository.js";

/**
 * How an adult's checks stand today, with each that counts, newest first. Whether there was a record, none was looked up or the year is over is told to who looks checks up and to the home's director; everybody else reads that they may
 * serve until a day, or may not.
 */
export function tellCheck(checks: readonly (CheckFact & { readonly id: string })[], clock: ActivitiesContext["clock"], tellsWhy: boolean) {
  const counting = checks.filter(({ scope, revokedAt }) => scope === "children" && revokedAt === null);
  const checkedUntil = counting.findLast(({ verdict }) => verdict === "clear")?.untilOn ?? null;
  const vetting = vettingOn(checks, clock.today(), clock.now());
  if (tellsWhy)
    return { vetting, checkedUntil, checks: counting.map(({ id, checkedOn, untilOn, verdict }) => ({ id, checkedOn, untilOn, verdict })).reverse() };
  return vetting === "vetted" ? { vetting, checkedUntil, checks: [] } : { vetting: "notNow" as const, checkedUntil: null, checks: [] };
}

/** May the reader look checks up at a place? */
type LooksUp = (placePath: string) => Promise<boolean>;
type AdultRow = Awaited<ReturnType<typeof adultsCovering>>[number];

/** Adults with how the check of each stands today; why it does not hold for who `looksUp` checks at their place, and for whose home they may serve. */
async function tellAdults(ctx: ActivitiesContext, rows: readonly AdultRow[], looksUp: LooksUp) {
  const homes = await openHomesOf(ctx.db, ctx.actor.personId);
  const isForOwn = (path: string): boolean => homes.some(({ placePath }) => placePath.startsWith(path));
  const personIds = rows.map(({ personId }) => personId);
  const paths = [...new Set(rows.map(({ placePath }) => placePath))];
  const [names, own, looks] = await Promise.all([ctx.use.directory.namesOf(personIds), checksByPerson(ctx.db, personIds), Promise.all(paths.map(looksUp))]);
  return rows.map(({ id, personId, placePath, kind, isWoman, familyGroup, firstAidUntil, trainedOn }) => {
    const mayChange = looks[paths.indexOf(placePath)]!;
    return {
      ...{ id, personId, placePath, kind, isWoman, familyGroup, firstAidUntil, trainedOn, mayChange, name: names.get(personId) ?? "" },
      ...tellCheck(own.get(personId) ?? [], ctx.clock, mayChange || isForOwn(placePath)),
    };
  });
}

/** The adults of the places one may see, and those who may be on duty at a home one answers for. */
export async function showAdults(ctx: ActivitiesContext, scope: Scope, looksUp: LooksUp) {
  const homes = await openHomesOf(ctx.db, ctx.actor.personId);
  const [seen, own] = [await listAdults(ctx.db, scope), await Promise.all(homes.map(({ placePath }) => adultsCovering(ctx.db, placePath)))];
  return tellAdults(ctx, [...new Map([...seen, ...own.flat()].map((row) => [row.id, row])).values()], looksUp);
}

/** The adults who may be on duty at one home: those of its place and of those above it. */
export const showAdultsAt = async (ctx: ActivitiesContext, homeId: string, looksUp: LooksUp) =>
  tellAdults(ctx, await adultsCovering(ctx.db, (await findHome(ctx.db, homeId))!.placePath), looksUp);
