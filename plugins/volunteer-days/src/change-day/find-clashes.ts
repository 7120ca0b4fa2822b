import { errors } from "../errors.js";
import { findDay, findSeries, type DayRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { placesOf } from "../sign-up/other-places.repository.js";
import { activeOn } from "../sign-up/sign-up.repository.js";
import { tellWhen } from "../tell-time/tell-time.js";

/** Somebody of a day whose new time is taken: by which other place of theirs, "扮靓周四 9月24日（周四）8:30–10:30". */
export interface Clash {
  readonly signUpId: string;
  readonly name: string;
  readonly other: string;
}
type Time = Pick<DayRow, "id" | "startsAt" | "endsAt">;

/** Who has a place on a day, or waits for one, and somewhere else at that time too; in the order they came. O(people · their places). */
export async function findClashes(ctx: VolunteerDaysContext, { id, startsAt, endsAt }: Time): Promise<Clash[]> {
  const people = await activeOn(ctx.db, id);
  const others = await placesOf(
    ctx,
    people.map(({ volunteerId }) => volunteerId),
  );
  const told = new Map<string, string>();
  const tell = async (dayId: string): Promise<string> => {
    const day = (await findDay(ctx.db, dayId))!;
    const { title } = (await findSeries(ctx.db, day.seriesId))!;
    return `${title} ${tellWhen(day.heldOn, day.startsAt, day.endsAt, ctx.clock.zone)}`;
  };
  const clashes: Clash[] = [];
  for (const { signUpId, name, volunteerId } of people) {
    const other = others.get(volunteerId)!.find((one) => one.dayId !== id && one.startsAt < endsAt && one.endsAt > startsAt);
    if (!other) continue;
    if (!told.has(other.dayId)) told.set(other.dayId, await tell(other.dayId));
    clashes.push({ signUpId, name, other: told.get(other.dayId)! });
  }
  return clashes;
}

/** Throws placesClash unless so many clashes were seen and said. */
export function checkSeen(clashes: readonly Clash[], seen = 0): void {
  const names = clashes.map(({ name }) => name).join("、");
  if (clashes.length !== seen) throw errors.placesClash({ count: clashes.length, names }, "body.clashing");
}
