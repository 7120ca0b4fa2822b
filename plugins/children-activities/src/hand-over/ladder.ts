import { errors } from "../errors.js";
import { law } from "../judge-safety/law.js";
import { ledAttendance } from "../hold-session/children.js";
import { postsOf } from "../keep-safe/session.repository.js";
import type { ActivitiesContext, ActivitiesDb } from "../plugin.js";
import { addMinutes, localTimeOf } from "../tell-time/tell-time.js";
import { adultsById, adultsOfPerson } from "../vet-adults/adult.repository.js";
import { tellUncollected } from "./tell-uncollected.js";

/** A child nobody collected: three calls, two adults stay, then the secretary, then the police. In this order. */
export const ladder = ["call1", "call2", "call3", "twoStay", "secretary", "police"] as const;
export type Rung = (typeof ladder)[number];
/** What can be done at a rung: with one adult left, that one stays alone, and it is noted so. */
export const rungs = [...ladder, "oneStays"] as const;
/** Who takes a child nobody can be found for. */
export const takers = ["police", "civil_affairs"] as const;
export type Taker = (typeof takers)[number];
type Step = (typeof rungs)[number] | "refused" | "asked" | "allowed" | `took_${Taker}`;
/** Why a step is taken before its time: one of these words and no others, since nothing about a child is typed here. */
export const hurries = ["unreachable", "unwell", "weather", "other"] as const;
export type Hurry = (typeof hurries)[number];

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
  { secondId = null, hurry = null }: { readonly secondId?: string | null; readonly hurry?: Hurry | null } = {},
): Promise<void> {
  const row = { id: newId(), attendanceId, step, at: clock.now(), byId: actor.personId, secondId, hurry };
  await db.insertInto("children_activities_ladder_step").values(row).execute();
  audit(`ladder.${step}`, attendanceId, { secondId, hurry });
}

/** The next rung and from when on it may be taken: calls some minutes apart, secretary and police so long after the end; null when all is done. */
export function nextRung(endsAt: string, done: readonly { readonly step: string; readonly at: string }[]): { step: Rung; dueAt: string } | null {
  const step = ladder.find((rung) => !done.some((one) => one.step === rung || (rung === "twoStay" && one.step === "oneStays")));
  if (!step) return null;
  const called = done.filter((one) => one.step === "call1" || one.step === "call2").at(-1);
  if (step === "call2" || step === "call3") return { step, dueAt: addMinutes(called!.at, law.callMinutes.value) };
  return { step, dueAt: step === "secretary" || step === "police" ? addMinutes(endsAt, law.uncollectedMinutes.value) : endsAt };
}

/** The actor and somebody else, both on duty at the session and there; gives the other one. */
async function mustBeThere({ db, actor }: ActivitiesContext, sessionId: string, personId: string | undefined): Promise<string> {
  const here = new Set((await postsOf(db, [sessionId])).flatMap(({ adultId, state }) => (state === "present" ? [adultId] : [])));
  const isThere = async (id: string) => (await adultsOfPerson(db, id)).some((adult) => here.has(adult.id));
  if (!personId || !actor.personId || personId === actor.personId || !(await isThere(personId)) || !(await isThere(actor.personId)))
    throw errors.secondNeeded({}, "body.secondId");
  return personId;
}

/** Nobody stays alone while there are two who could stay. Throws secondNeeded. */
async function mustBeAlone({ db }: ActivitiesContext, sessionId: string): Promise<void> {
  const here = (await postsOf(db, [sessionId])).flatMap(({ adultId, state }) => (state === "present" ? [adultId] : []));
  const people = new Set((await adultsById(db, here)).map(({ personId }) => personId));
  if (people.size > 1) throw errors.secondNeeded({}, "body.step");
}

/**
 * The next rung for a child that is there after the end, at its time or before it for a reason. At the secretary's and the police's turn who signs for the community and the director are written to.
 * Gives by name whom no letter reaches. Throws notOver, ladderOrder, secondNeeded, tooSoon.
 */
export async function climb(
  ctx: ActivitiesContext,
  attendanceId: string,
  { step, secondId, hurry }: { readonly step: (typeof rungs)[number]; readonly secondId?: string | undefined; readonly hurry?: Hurry | undefined },
): Promise<string[]> {
  const { db, clock, text } = ctx;
  const { session } = await ledAttendance(ctx, attendanceId, "present");
  if (clock.now() < session.endsAt) throw errors.notOver();
  const next = nextRung(session.endsAt, await stepsOf(db, [attendanceId]));
  if (next?.step !== (step === "oneStays" ? "twoStay" : step)) throw errors.ladderOrder({ next: next ? text(`children-activities.ladder.${next.step}`) : "" });
  const isEarly = clock.now() < next.dueAt;
  if (isEarly && !hurry) throw errors.tooSoon({ time: localTimeOf(next.dueAt, clock.zone) }, "body.hurry");
  if (step === "oneStays") await mustBeAlone(ctx, session.id);
  await writeStep(ctx, attendanceId, step, {
    secondId: step === "twoStay" ? await mustBeThere(ctx, session.id, secondId) : null,
    hurry: isEarly ? hurry! : null,
  });
  return step === "secretary" || step === "police" ? tellUncollected(ctx, session, `${attendanceId}/${step}`) : [];
}
