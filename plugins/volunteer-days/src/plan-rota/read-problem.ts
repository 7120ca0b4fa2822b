import { onRota, type RotaRow } from "../enrol-volunteers/enrol-volunteer.js";
import { daysOfSeries, postsOf, type DayRow, type PostRow, type SeriesRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import type { RotaDay, RotaPerson, RotaPost, RotaProblem } from "./rota-problem.js";

interface Held {
  readonly dayId: string;
  readonly personId: string;
  readonly siteId: string;
  readonly state: string;
  readonly endedAt: string | null;
}
export interface RotaFacts {
  readonly problem: RotaProblem;
  readonly days: readonly DayRow[];
  readonly posts: readonly PostRow[];
  readonly people: readonly RotaRow[];
}

/** Every place of some days: those held, and those given back, as who declined a day is not asked for it again. */
const heldOn = ({ db }: VolunteerDaysContext, dayIds: readonly string[]): Promise<Held[]> =>
  db
    .selectFrom("volunteer_days_sign_up as signUp")
    .innerJoin("volunteer_days_post as post", "post.id", "signUp.postId")
    .select(["signUp.dayId", "signUp.volunteerId as personId", "post.siteId", "signUp.state", "signUp.endedAt"])
    .where("signUp.dayId", "in", ["", ...dayIds])
    .execute();

const openPost = ({ id, siteId, kind, least, most, taken, isAdultsOnly }: PostRow): RotaPost => ({
  ...{ id, siteId, kind: kind as RotaPost["kind"], isAdultsOnly },
  least: Math.max(0, least - taken),
  most: most - taken,
});

const personOf = ({ id, mayLead, ageBand, knownSiteIds }: RotaRow): RotaPerson => ({ id, mayLead, isAdult: ageBand === "adult", knownSiteIds });

/**
 * The next sessions of a series with who may serve and what was before. `of`: the regular ones, or the reserve list when somebody is missing.
 * Called-off sessions count for nobody. O(sign-ups of the series).
 */
export async function readRota(ctx: VolunteerDaysContext, series: SeriesRow, of: "regular" | "reserve" = "regular"): Promise<RotaFacts> {
  const all = (await daysOfSeries(ctx.db, series.id, "0001-01-01", "9999-12-31")).filter(({ state }) => state === "open");
  const days = all.filter(({ startsAt }) => startsAt > ctx.clock.now());
  const places = await heldOn(
    ctx,
    all.map(({ id }) => id),
  );
  const posts = await postsOf(
    ctx.db,
    days.map(({ id }) => id),
  );
  const people = (await onRota(ctx.db, series.placePath)).filter(({ isReserve }) => isReserve === (of === "reserve"));
  const confirmed = (dayId: string) => places.filter((one) => one.dayId === dayId && one.state === "confirmed" && one.endedAt === null);
  const past = all.filter(({ startsAt }) => startsAt <= ctx.clock.now()).map(({ id }) => ({ placements: confirmed(id) }));
  const planned = days.map(({ id }): RotaDay => {
    const away = new Set(places.filter(({ dayId }) => dayId === id).map(({ personId }) => personId));
    return { dayId: id, posts: posts.filter(({ dayId }) => dayId === id).map(openPost), awayIds: away, held: confirmed(id) };
  });
  return { problem: { people: people.map(personOf), past, days: planned }, days, posts, people };
}
