import { everywhere } from "@lianxin/plugin-kit";
import { besideOf, overlaps, type Span } from "../enrol-children/elsewhere.js";
import { errors } from "../errors.js";
import { sumOf } from "../judge-safety/count-adults.js";
import type { HomeRow } from "../keep-homes/home.repository.js";
import type { ProgrammeRow } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { dayOf } from "../tell-time/tell-time.js";

/** A date with the room it takes, the whole home without one, and how many places. */
interface Use extends Span {
  readonly room: string | null;
  readonly places: number;
}

/** Two activities in one room, or one of which takes the whole home. */
const sharesRoom = (one: string | null, other: string | null): boolean => one === null || other === null || one === other;

/** The most places there are at any moment of a date, its own and those of others at the same time. O(others²). */
export function mostAtOnce(own: Use, others: readonly Use[]): number {
  const beside = others.filter((other) => overlaps(own, other));
  const moments = [own.startsAt, ...beside.map(({ startsAt }) => startsAt).filter((at) => at > own.startsAt)];
  const at = (moment: string): number => beside.reduce((sum, { startsAt, endsAt, places }) => sum + (startsAt <= moment && moment < endsAt ? places : 0), 0);
  return own.places + Math.max(...moments.map(at));
}

/** Is the room one of the home's? Throws roomUnknown. */
export function mustKnowRoom({ rooms }: HomeRow, room: string | null): void {
  if (room !== null && !rooms.includes(room)) throw errors.roomUnknown({ room }, "body.room");
}

/**
 * May a programme have its room and so many places at its dates, beside all others of the home? Whoever plans at that home at the same moment comes after. `seats`: of the venue, 0 when nobody counted them.
 * Throws roomTaken and seatsShort naming the day. O(dates × others).
 */
export async function mustHaveRoom(
  { db, clock }: ActivitiesContext,
  { id: homeId }: HomeRow,
  seats: number,
  programme: Pick<ProgrammeRow, "id" | "room" | "expected">,
  spans: readonly Span[],
): Promise<void> {
  await db
    .updateTable("children_activities_home")
    .set((eb) => ({ version: eb.ref("version") }))
    .where("id", "=", homeId)
    .execute();
  const beside = (await besideOf(db, homeId, spans)).filter(({ programmeId }) => programmeId !== programme.id);
  const plans = await everywhere(db, "children_activities_programme", "what else is at a home that was reached before")
    .select(["id", "title", "room", "expected"])
    .where("id", "in", ["none", ...new Set(beside.map(({ programmeId }) => programmeId))])
    .execute();
  const planOf = new Map(plans.map((one) => [one.id, one]));
  const others = beside.map(({ id, startsAt, endsAt, programmeId }) => {
    const { title, room, expected } = planOf.get(programmeId)!;
    return { id, startsAt, endsAt, title, room, places: sumOf(expected) };
  });
  const places = sumOf(programme.expected);
  for (const span of spans) {
    const day = dayOf(span.startsAt, clock.zone);
    const clash = others.find((other) => overlaps(span, other) && sharesRoom(programme.room, other.room));
    if (clash) throw errors.roomTaken({ day, title: clash.title }, "body.room");
    const most = mostAtOnce({ ...span, room: programme.room, places }, others);
    if (seats > 0 && most > seats) throw errors.seatsShort({ day, places: most, seats }, "body.expected");
  }
}
