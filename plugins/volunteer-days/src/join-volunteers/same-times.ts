import { everywhere } from "@lianxin/plugin-kit";
import type { VolunteerDaysContext } from "../plugin.js";
import { whenServed } from "../record-hours/count-minutes.js";
import { isTwice, type Served } from "../record-hours/free-minutes.js";

/** A place that was not given back, with its day. */
export const placesOfBoth = ({ db }: VolunteerDaysContext, ids: readonly string[]) =>
  db
    .selectFrom("volunteer_days_sign_up as signUp")
    .innerJoin("volunteer_days_day as day", "day.id", "signUp.dayId")
    .select(["signUp.id", "signUp.dayId", "signUp.volunteerId", "signUp.state", "signUp.arrivedAt", "signUp.leftAt"])
    .select(["day.startsAt", "day.endsAt", "day.heldOn", "day.state as dayState"])
    .where("signUp.volunteerId", "in", ids)
    .where("signUp.endedAt", "is", null)
    .orderBy("day.startsAt")
    .orderBy("signUp.id")
    .execute();
type Place = Awaited<ReturnType<typeof placesOfBoth>>[number];

/** Minutes that stand, by place. */
async function minutesOf({ db }: VolunteerDaysContext, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await everywhere(db, "volunteer_days_service", "the hours of two volunteers that were reached before")
    .select("signUpId")
    .select((eb) => eb.fn.sum<number>("minutes").as("minutes"))
    .where("volunteerId", "in", ids)
    .groupBy("signUpId")
    .execute();
  return new Map(rows.flatMap(({ signUpId, minutes }) => (Number(minutes) > 0 ? [[signUpId, Number(minutes)] as const] : [])));
}

/** Two dates at one time; at a date that was called off nobody is. */
const overlaps = (one: Place, other: Place): boolean =>
  one.dayState !== "cancelled" && other.dayState !== "cancelled" && one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/**
 * What two rows of one human have at the same time. `twice`: a date on which more minutes stand for both than the clock had; `spare`: places that cannot both be theirs, of which the one
 * without minutes, without arrival, in line, or else the one of the row that goes, is given up. O(places of both²).
 */
export async function findSameTimes(ctx: VolunteerDaysContext, keptId: string, goneId: string): Promise<{ twice: string | undefined; spare: string[] }> {
  const places = await placesOfBoth(ctx, [keptId, goneId]);
  const minutes = await minutesOf(ctx, [keptId, goneId]);
  const served = (heldOn: string): Served[] =>
    places.flatMap((one) => (one.heldOn === heldOn && minutes.has(one.id) ? [whenServed(one, one, minutes.get(one.id)!)] : []));
  const spare = new Set<string>();
  const worth = ({ id, arrivedAt, state, volunteerId }: Place): number =>
    8 * Number(minutes.has(id)) + 4 * Number(arrivedAt !== null) + 2 * Number(state === "confirmed") + Number(volunteerId === keptId);
  const pairs: { readonly stays: Place; readonly goes: Place }[] = [];
  for (const mine of places.filter(({ volunteerId }) => volunteerId === keptId))
    for (const theirs of places.filter(({ volunteerId }) => volunteerId === goneId)) {
      if (mine.dayId !== theirs.dayId && !(overlaps(mine, theirs) && !minutes.has(mine.id) && !minutes.has(theirs.id))) continue;
      // Two entries of one day are two people's, whatever the clock says.
      if (minutes.has(mine.id) && minutes.has(theirs.id)) return { twice: mine.heldOn, spare: [] };
      pairs.push(worth(mine) >= worth(theirs) ? { stays: mine, goes: theirs } : { stays: theirs, goes: mine });
    }
  // The worthiest first: none is given up for one that is itself given up.
  for (const { stays, goes } of pairs.sort((a, b) => worth(b.stays) - worth(a.stays))) if (!spare.has(stays.id)) spare.add(goes.id);
  const twice = [...new Set(places.map(({ heldOn }) => heldOn))].find((heldOn) => isTwice(served(heldOn)));
  return { twice, spare: [...spare] };
}
