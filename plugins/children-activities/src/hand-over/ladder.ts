import { errors } from "../errors.js";
import { law } from "../judge-safety/law.js";
import { ledAttendance } from "../hold-session/children.js";
import { findAttendance, findSession, postsOf } from "../keep-safe/session.repository.js";
import type { ActivitiesContext, ActivitiesDb } from "../plugin.js";
import { addMinutes } from "../tell-time/tell-time.js";
import { adultsOfPerson } from "../vet-adults/adult.repository.js";

/** A child nobody collected: three calls, two adults stay, then the secretary, then the police. In this order. */
export const ladder = ["call1", "call2", "call3", "twoStay", "secretary", "police"] as const;
export type Rung = (typeof ladder)[number];
type Step = Rung | "refused" | "asked" | "allowed";

export const stepsOf = (db: ActivitiesDb, attendanceIds: readonly string[]) =>
  db
    .selectFrom("children_activities_ladder_step")
    .selectAll()
    .where("attendanceId", "in", ["none", ...attendanceIds])
    .orderBy("at")
    .orderBy("id")
    .execute();

export async function writeStep(
  { db, clock, newId, actor, audit }: ActivitiesContext,
  attendanceId: string,
  step: Step,
  secondId: string | null = null,
): Promise<void> {
  await db.insertInto("children_activities_ladder_step").values({ id: newId(), attendanceId, step, at: clock.now(), byId: actor.personId, secondId }).execute();
  audit(`ladder.${step}`, attendanceId, { secondId });
}

/** The actor and somebody else, both on duty at the session and there; gives the other one. */
async function mustBeThere({ db, actor }: ActivitiesContext, sessionId: string, personId: string | undefined): Promise<string> {
  const here = new Set((await postsOf(db, [sessionId])).flatMap(({ adultId, state }) => (state === "present" ? [adultId] : [])));
  const isThere = async (id: string) => (await adultsOfPerson(db, id)).some((adult) => here.has(adult.id));
  if (!personId || !actor.personId || personId === actor.personId || !(await isThere(personId)) || !(await isThere(actor.personId)))
    throw errors.secondNeeded({}, "body.secondId");
  return personId;
}

/** The next rung for a child that is there after the end. Throws notOver, ladderOrder, secondNeeded, tooSoon. */
export async function climb(ctx: ActivitiesContext, attendanceId: string, step: Rung, secondId?: string): Promise<void> {
  const { db, clock } = ctx;
  await ledAttendance(ctx, attendanceId, "present");
  const session = (await findSession(db, (await findAttendance(db, attendanceId))!.sessionId))!;
  if (clock.now() < session.endsAt) throw errors.notOver();
  const done = (await stepsOf(db, [attendanceId])).map((row) => row.step);
  const next = ladder.find((rung) => !done.includes(rung));
  if (next !== step) throw errors.ladderOrder({ next: next ? ctx.text(`children-activities.ladder.${next}`) : "" });
  const further = addMinutes(session.endsAt, law.uncollectedMinutes.value);
  if ((step === "secretary" || step === "police") && clock.now() < further) throw errors.tooSoon({ minutes: law.uncollectedMinutes.value });
  await writeStep(ctx, attendanceId, step, step === "twoStay" ? await mustBeThere(ctx, session.id, secondId) : null);
}
