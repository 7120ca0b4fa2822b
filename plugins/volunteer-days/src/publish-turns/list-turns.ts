import { everywhere } from "@lianxin/plugin-kit";
import type { VolunteerDaysContext, VolunteerDaysDb } from "../plugin.js";

/** Days somebody was on in a span of time, by what became of them. Nobody is named in full. */
export interface Turns {
  /** "徐＊＊": the family name. */
  readonly name: string;
  /** Days they had a place on, those called off left out. */
  readonly placed: number;
  /** Days whose minutes stand. */
  readonly served: number;
  readonly minutes: number;
  /** Days they stood in line to the end. */
  readonly waited: number;
}

/** The family name; two of three people in a house know whose it is, and nobody else does. */
const maskName = (name: string): string => (name === "" ? "＊＊" : `${[...name][0]!}＊＊`);

const daysHeld = ({ db, clock }: VolunteerDaysContext, from: string, to: string) =>
  db
    .selectFrom("volunteer_days_sign_up as signUp")
    .innerJoin("volunteer_days_day as day", "day.id", "signUp.dayId")
    .select(["signUp.volunteerId", "signUp.state"])
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("signUp.endedAt", "is", null)
    .where("day.state", "=", "open")
    .where("day.endsAt", "<=", clock.now())
    .where("day.heldOn", ">=", from)
    .where("day.heldOn", "<=", to)
    .groupBy(["signUp.volunteerId", "signUp.state"])
    .execute();

/** Minutes that stand for each place, reversals counted. */
const minutesHeld = (db: VolunteerDaysDb, from: string, to: string) =>
  everywhere(db, "volunteer_days_service", "the public list names nobody in full")
    .select(["volunteerId", "signUpId"])
    .select((eb) => eb.fn.sum<number>("minutes").as("minutes"))
    .where("servedOn", ">=", from)
    .where("servedOn", "<=", to)
    .groupBy(["volunteerId", "signUpId"])
    .execute();

/**
 * Who was placed, who served and who waited between two days, both included, for anybody to look through: adults by their family names, in no order but that of the names, so that nobody is
 * first; minors are a number alone. O(places of the span).
 */
export async function listTurns(ctx: VolunteerDaysContext, from: string, to: string): Promise<{ turns: readonly Turns[]; minors: number }> {
  const [days, service] = [await daysHeld(ctx, from, to), await minutesHeld(ctx.db, from, to)];
  const counts = new Map<string, { placed: number; served: number; minutes: number; waited: number }>();
  const of = (volunteerId: string) => {
    const known = counts.get(volunteerId) ?? { placed: 0, served: 0, minutes: 0, waited: 0 };
    counts.set(volunteerId, known);
    return known;
  };
  for (const { volunteerId, state, count } of days) of(volunteerId)[state === "confirmed" ? "placed" : "waited"] += Number(count);
  for (const { volunteerId, minutes } of service)
    if (Number(minutes) > 0) {
      of(volunteerId).served++;
      of(volunteerId).minutes += Number(minutes);
    }
  const people = await namesOf(ctx.db, [...counts.keys()], from);
  const adults = people.filter(({ isMinor }) => !isMinor).sort((a, b) => (a.nameKey < b.nameKey ? -1 : a.nameKey > b.nameKey ? 1 : a.id < b.id ? -1 : 1));
  return { turns: adults.map(({ id, name }) => ({ name: maskName(name), ...counts.get(id)! })), minors: people.length - adults.length };
}

/** Who they are, and whether they ever came as a minor in that time. */
async function namesOf(db: VolunteerDaysDb, ids: readonly string[], from: string) {
  if (ids.length === 0) return [];
  const people = await everywhere(db, "volunteer_days_volunteer", "the public list names nobody in full")
    .select(["id", "name", "nameKey", "ageBand"])
    .where("id", "in", ids)
    .execute();
  const young = await db
    .selectFrom("volunteer_days_sign_up as signUp")
    .innerJoin("volunteer_days_day as day", "day.id", "signUp.dayId")
    .select("signUp.volunteerId")
    .distinct()
    .where("signUp.volunteerId", "in", ids)
    .where("signUp.ageBand", "!=", "adult")
    .where("day.heldOn", ">=", from)
    .execute();
  const minors = new Set(young.map(({ volunteerId }) => volunteerId));
  return people.map(({ id, name, nameKey, ageBand }) => ({ id, name, nameKey, isMinor: minors.has(id) || (ageBand !== null && ageBand !== "adult") }));
}
