import { everywhere } from "@lianxin/plugin-kit";
import type { VolunteerDaysContext } from "../plugin.js";
import { addDays, instantOf } from "../tell-time/tell-time.js";
import { placesOf } from "../sign-up/other-places.repository.js";
import type { FilledSession, PastTurn, TurnsAsked } from "../volunteer-days.js";
import { fillTurns, type TurnPerson } from "./fill-turns.js";

/** Adults on the rota who are some people of the directory; one person may be on it in several communities. */
const onRotaAs = ({ db }: VolunteerDaysContext, personIds: readonly string[]) =>
  everywhere(db, "volunteer_days_volunteer", "another plugin asks whose turn it is among people it names")
    .select(["id", "personId", "rotaPausedUntil"])
    .where("personId", "in", ["none", ...personIds])
    .where("joinedRotaAt", "is not", null)
    .where("ageBand", "=", "adult")
    .orderBy("id")
    .execute();

export async function onRotaOf(ctx: VolunteerDaysContext, personIds: readonly string[]): Promise<string[]> {
  return [...new Set((await onRotaAs(ctx, personIds)).map(({ personId }) => personId!))];
}

/** The days that some volunteers served, oldest first. O(their places). */
async function servedBy({ db, clock }: VolunteerDaysContext, personOf: ReadonlyMap<string, string>): Promise<PastTurn[]> {
  const rows = await db
    .selectFrom("volunteer_days_sign_up as signUp")
    .innerJoin("volunteer_days_day as day", "day.id", "signUp.dayId")
    .select(["day.id as dayId", "day.startsAt as startsAt", "signUp.volunteerId as volunteerId"])
    .where("signUp.volunteerId", "in", ["none", ...personOf.keys()])
    .where("signUp.state", "=", "confirmed")
    .where("signUp.endedAt", "is", null)
    .where("day.startsAt", "<=", clock.now())
    .where("day.state", "!=", "cancelled")
    .orderBy("day.startsAt")
    .orderBy("day.id")
    .execute();
  const days = new Map<string, { startsAt: string; personIds: string[] }>();
  for (const { dayId, startsAt, volunteerId } of rows) {
    const known = days.get(dayId) ?? { startsAt, personIds: [] };
    known.personIds.push(personOf.get(volunteerId)!);
    days.set(dayId, known);
  }
  return [...days.values()];
}

/** Fills sessions of another plugin by whose turn it is; writes nothing. O(sessions × people). */
export async function planTurns(ctx: VolunteerDaysContext, { sessions, past }: TurnsAsked): Promise<FilledSession[]> {
  const rows = await onRotaAs(ctx, [...new Set(sessions.flatMap(({ personIds }) => personIds))]);
  const personOf = new Map(rows.map(({ id, personId }) => [id, personId!]));
  const places = await placesOf(ctx, [...personOf.keys()]);
  const people = new Map<string, TurnPerson>();
  for (const { id, personId, rotaPausedUntil } of rows) {
    const pause = rotaPausedUntil === null ? [] : [{ startsAt: "", endsAt: instantOf(addDays(rotaPausedUntil, 1), "00:00", ctx.clock.zone) }];
    const held = [...places.get(id)!.filter(({ state }) => state === "confirmed"), ...pause];
    people.set(personId!, { id: personId!, busy: [...(people.get(personId!)?.busy ?? []), ...held] });
  }
  return fillTurns([...people.values()], [...past, ...(await servedBy(ctx, personOf))], sessions);
}
