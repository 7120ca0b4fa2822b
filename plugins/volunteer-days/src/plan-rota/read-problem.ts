import { isPaused, onRota, type RotaRow } from "../enrol-volunteers/enrol-volunteer.js";
import { judgePerson, noCompany } from "../join-rules/can-join.js";
import type { AgeBand } from "../join-rules/age-rules.js";
import { readSkills } from "../join-rules/skills.js";
import { isClosedToMinors, lacksInsurance } from "../join-rules/work-rules.js";
import { placesOf, type OtherPlace } from "../sign-up/other-places.repository.js";
import { daysOfSeries, postsOf, type DayRow, type PostRow, type SeriesRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import type { RotaDay, RotaPerson, RotaPost, RotaProblem } from "./rota-problem.js";

export interface Held {
  readonly dayId: string;
  readonly personId: string;
  readonly siteId: string;
  /** They live or work there. */
  readonly knowsSite?: boolean;
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
async function heldOn({ db }: VolunteerDaysContext, dayIds: readonly string[]): Promise<Held[]> {
  const rows = await db
    .selectFrom("volunteer_days_sign_up as signUp")
    .innerJoin("volunteer_days_post as post", "post.id", "signUp.postId")
    .innerJoin("volunteer_days_volunteer as volunteer", "volunteer.id", "signUp.volunteerId")
    .select(["signUp.dayId", "signUp.volunteerId as personId", "post.siteId", "signUp.state", "signUp.endedAt", "volunteer.knownSiteIds"])
    .where("signUp.dayId", "in", ["", ...dayIds])
    .execute();
  return rows.map(({ knownSiteIds, ...row }) => ({ ...row, knowsSite: knownSiteIds.includes(row.siteId) }));
}

type PostFacts = Pick<PostRow, "id" | "dayId" | "siteId" | "kind" | "least" | "most" | "taken" | "isAdultsOnly" | "skill" | "work"> &
  Pick<PostRow, "insuredFrom" | "insuredUntil" | "siteClosedOn" | "isUnled">;
type PersonFacts = Pick<RotaRow, "id" | "mayLead" | "ageBand" | "guardianAgreedOn" | "knownSiteIds" | "skills" | "rotaPausedUntil">;
type DayFacts = Pick<DayRow, "id" | "state" | "heldOn" | "startsAt" | "endsAt">;

const openPost =
  ({ heldOn }: DayFacts) =>
  ({ id, siteId, kind, skill, least, most, taken, ...rest }: PostFacts): RotaPost => ({
    ...{ id, siteId, kind: kind as RotaPost["kind"], isAdultsOnly: isClosedToMinors(rest, heldOn), skill },
    least: rest.siteClosedOn !== null || rest.isUnled ? 0 : Math.max(0, least - taken),
    most: rest.siteClosedOn !== null || rest.isUnled || lacksInsurance(rest, heldOn) ? 0 : most - taken,
  });

export const personOf = ({ id, mayLead, ageBand, knownSiteIds, skills }: PersonFacts): RotaPerson => ({
  ...{ id, mayLead, isAdult: ageBand === "adult", knownSiteIds },
  skills: readSkills(skills),
});

/** A day as the planner takes it: by the rules of signing up, so that nobody is proposed who could not have the place. O(people · their places). */
export function describeDay(
  now: string,
  day: DayFacts,
  posts: readonly PostFacts[],
  people: readonly PersonFacts[],
  places: { readonly onDay: readonly Held[]; readonly others: ReadonlyMap<string, readonly OtherPlace[]> },
): Omit<RotaDay, "heldNext"> {
  const cannot = people.filter((one) => {
    const { id, mayLead, skills, ageBand, guardianAgreedOn } = one;
    if (isPaused(one, day)) return true;
    // Children are planned for by nobody: they sign up where their grown-up is.
    const said = { ageBand: (ageBand ?? "adult") as AgeBand, hasGuardian: guardianAgreedOn !== null, company: noCompany };
    const person = { ...said, mayLead, skills: readSkills(skills) };
    return judgePerson({ now, day, person, others: places.others.get(id) ?? [] }).length > 0;
  });
  const awayIds = new Set([...places.onDay.map(({ personId }) => personId), ...cannot.map(({ id }) => id)]);
  const held = places.onDay.filter(({ state, endedAt }) => state === "confirmed" && endedAt === null);
  return { dayId: day.id, posts: posts.filter(({ dayId }) => dayId === day.id).map(openPost(day)), awayIds, held };
}

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
  const people = (await onRota(ctx.db, series)).filter(({ isReserve }) => isReserve === (of === "reserve"));
  const confirmed = (dayId: string) => places.filter((one) => one.dayId === dayId && one.state === "confirmed" && one.endedAt === null);
  const past = all.filter(({ startsAt }) => startsAt <= ctx.clock.now()).map(({ id }) => ({ placements: confirmed(id) }));
  const others = await placesOf(
    ctx,
    people.map(({ id }) => id),
  );
  const now = ctx.clock.now();
  const planned = days.map((day) =>
    describeDay(now, day, posts, people, {
      onDay: places.filter(({ dayId }) => dayId === day.id),
      others,
    }),
  );
  const inTurn = planned.map((day, i) => ({ ...day, heldNext: planned[i + 1]?.held ?? [] }));
  return { problem: { people: people.map(personOf), past, days: inTurn }, days, posts, people };
}
