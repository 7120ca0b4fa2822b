import { digitsOf } from "../ask-guardian/one-time-code.js";
import { errors } from "../errors.js";
import { ageOn } from "../judge-safety/age-bands.js";
import { law } from "../judge-safety/law.js";
import { ledAttendance, seenAttendance } from "../hold-session/children.js";
import { mustGetTexts } from "../ask-guardian/must-get-texts.js";
import { collectorsOf, findChild, findGuardian, kinOfChildren } from "../keep-children/child.repository.js";
import { nameCollector } from "../keep-children/name-collector.js";
import { readName, takesTexts } from "../keep-children/read-values.js";
import type { SaidCollector } from "../keep-children/register-child.js";
import { eraseIfRefused } from "../keep-consents/record-consent.js";
import { findHome } from "../keep-homes/home.repository.js";
import { moveAttendance } from "../keep-safe/move-rows.js";
import { rejudge } from "../keep-safe/rejudge.js";
import { attendanceMoves } from "../keep-safe/states.js";
import type { AttendanceRow } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { addMinutes } from "../tell-time/tell-time.js";
import { makeCode, openQuestion, tryCode } from "./codes.js";
import { nextRung, stepsOf, writeStep, type Taker } from "./ladder.js";

/** Who may collect a child today, as the desk asks: name and the last four digits of the phone. The child is opened with them, so that its log says who asked. */
export async function showCollectors(ctx: ActivitiesContext, attendanceId: string) {
  const { row, session } = await seenAttendance(ctx, attendanceId, "present");
  const [child, listed, kin] = [await findChild(ctx.db, row.childId), await collectorsOf(ctx.db, [row.childId]), await kinOfChildren(ctx.db, [row.childId])];
  const collectors = listed.filter(({ sessionId }) => sessionId === null || sessionId === session.id);
  const sealed = [
    child!.name,
    ...collectors.flatMap(({ name, phone }) => [name, phone]),
    ...kin.flatMap(({ name, phone }) => [name, phone]),
    child!.aloneRoute,
  ];
  const opened = (
    await ctx.disclose(
      sealed.filter((value) => value !== null),
      "handOver",
    )
  ).values();
  const next = (value: unknown): string | null => (value === null ? null : (opened.next().value ?? ""));
  opened.next();
  const home = (await findHome(ctx.db, session.homeId))!;
  return {
    collectors: collectors.map(({ id, name, phone, relation }) => ({ id, relation, name: next(name)!, phoneTail: next(phone)?.slice(-4) ?? null })),
    guardians: kin
      .map(({ guardianId, relation, name, phone }) => ({ id: guardianId, relation, name: next(name)!, phone: next(phone)! }))
      .map((one) => ({ ...one, getsTexts: ctx.canSend("sms") && takesTexts(one.phone) })),
    aloneRoute: next(child!.aloneRoute),
    /** A guardian who was asked whether somebody may collect this once, and whose code is waited for. */
    asked: await openQuestion(ctx, attendanceId),
    /** Who can put somebody on the list, and where, when no code can be sent. */
    home: {
      id: home.id,
      director: (await ctx.use.directory.namesOf([home.directorId])).get(home.directorId) ?? "",
      isMine: home.directorId === ctx.actor.personId,
    },
  };
}

type Collecting = Pick<AttendanceRow, "collectorId" | "guardianId">;
const nobody: Collecting = { collectorId: null, guardianId: null };

/** Who a desk's choice is: somebody on the child's list at that session, or one of its guardians, who need no line there. Throws notOnList. */
async function whoCollects({ db }: ActivitiesContext, { childId, sessionId }: AttendanceRow, id: string): Promise<Collecting> {
  const listed = (await collectorsOf(db, [childId])).filter((one) => one.sessionId === null || one.sessionId === sessionId);
  if (listed.some((one) => one.id === id)) return { ...nobody, collectorId: id };
  if ((await kinOfChildren(db, [childId])).some(({ guardianId }) => guardianId === id)) return { ...nobody, guardianId: id };
  throw errors.notOnList();
}

async function depart(ctx: ActivitiesContext, row: AttendanceRow, move: "collect" | "goAlone" | "giveToOffice", by: Collecting): Promise<void> {
  const { db, clock, audit } = ctx;
  await moveAttendance(db, row.id, move, { departedAt: clock.now(), ...by });
  audit(`child.${attendanceMoves[move].to}`, row.id, { sessionId: row.sessionId, ...by });
  await rejudge(ctx, row.sessionId);
  await eraseIfRefused(ctx, row.childId);
}

export interface HandedOver {
  readonly isHanded: boolean;
  /** Tries left; none: another code is needed. */
  readonly left: number;
}

/** Gives a child to a guardian or somebody on its list who has the code of the day; to nobody else. Throws notOnList, attendanceOver, leadersOnly. */
export async function handOver(
  ctx: ActivitiesContext,
  attendanceId: string,
  { collectorId, code }: { collectorId: string; code: string },
): Promise<HandedOver> {
  const { row } = await ledAttendance(ctx, attendanceId, "present");
  const by = await whoCollects(ctx, row, collectorId);
  const { isRight, left } = await tryCode(ctx, attendanceId, "collect", code);
  if (isRight) await depart(ctx, row, "collect", by);
  else ctx.audit("child.wrongCode", attendanceId, { left });
  return { isHanded: isRight, left };
}

/**
 * Another code for the same child, to the guardian's phone; the one before is good for nothing from now on. Gives it to who leads the session, as at the arrival: where no message can be sent, or the
 * phone is lost, they ring the guardian and say it.
 */
export async function renewCode(ctx: ActivitiesContext, attendanceId: string): Promise<string> {
  const { row, session } = await ledAttendance(ctx, attendanceId, "present");
  const [kin] = await kinOfChildren(ctx.db, [row.childId]);
  const codeId = await makeCode(ctx, { kind: "collect", attendanceId, guardianId: kin!.guardianId, until: session.endsAt });
  ctx.audit("child.newCode", attendanceId);
  return digitsOf(ctx, codeId);
}

/** A child whose guardian wrote down the way goes home alone. Throws notAlone, tooYoungAlone. */
export async function goAlone(ctx: ActivitiesContext, attendanceId: string): Promise<void> {
  const { row } = await ledAttendance(ctx, attendanceId, "present");
  const child = (await findChild(ctx.db, row.childId))!;
  if (child.aloneRoute === null) throw errors.notAlone();
  const [bornIn] = await ctx.disclose([child.bornIn], "handOver");
  const age = ageOn(bornIn!, ctx.clock.today());
  if (age < law.aloneFrom.value) throw errors.tooYoungAlone({ age, from: law.aloneFrom.value });
  await depart(ctx, row, "goAlone", nobody);
}

/** A child nobody came for is taken by the police or civil affairs, after every step before. Throws ladderOrder. */
export async function giveToOffice(ctx: ActivitiesContext, attendanceId: string, office: Taker): Promise<void> {
  const { row, session } = await ledAttendance(ctx, attendanceId, "present");
  const next = nextRung(session.endsAt, await stepsOf(ctx.db, [attendanceId]));
  if (next) throw errors.ladderOrder({ next: ctx.text(`children-activities.ladder.${next.step}`) });
  await writeStep(ctx, attendanceId, `took_${office}`);
  await depart(ctx, row, "giveToOffice", nobody);
}

/** Somebody asks for a child and is not on its list: refused, and noted that it was. */
export async function refuseCollector(ctx: ActivitiesContext, attendanceId: string): Promise<void> {
  await ledAttendance(ctx, attendanceId, "present");
  await writeStep(ctx, attendanceId, "refused");
}

/** It was pressed by a slip: what the actor noted last goes, within some minutes. Throws refusalLate. */
export async function undoRefusal(ctx: ActivitiesContext, attendanceId: string): Promise<void> {
  await ledAttendance(ctx, attendanceId, "present");
  const minutes = law.undoMinutes.value;
  const since = addMinutes(ctx.clock.now(), -minutes);
  const own = (await stepsOf(ctx.db, [attendanceId])).findLast(({ step, at, byId }) => step === "refused" && at >= since && byId === ctx.actor.personId);
  if (!own) throw errors.refusalLate({ minutes });
  await ctx.db.deleteFrom("children_activities_ladder_step").where("id", "=", own.id).execute();
  ctx.audit("ladder.undoRefused", attendanceId);
}

/** The guardian is asked by a code to their own phone whether somebody may collect this once; until they say so nothing has changed. Throws guardianUnknown, noText. */
export async function askOneOff(ctx: ActivitiesContext, attendanceId: string, said: SaidCollector, guardianId: string): Promise<void> {
  const { row, session } = await ledAttendance(ctx, attendanceId, "present");
  const id = await nameCollector(ctx, row.childId, said, guardianId, { sessionId: session.id });
  await mustGetTexts(ctx, (await findGuardian(ctx.db, guardianId))!, "handOver");
  const [child, home] = [(await findChild(ctx.db, row.childId))!, (await findHome(ctx.db, session.homeId))!];
  const [childName] = await ctx.disclose([child.name], "handOver");
  await makeCode(ctx, {
    kind: "one_off",
    attendanceId,
    guardianId,
    until: session.endsAt,
    collector: {
      ...{ id, name: readName(said.name, "body.name"), relation: said.relation },
      ...{ home: (await ctx.use.directory.findVenue(home.venueId))?.name ?? "", childEnds: [...childName!].at(-1)! },
    },
  });
  await writeStep(ctx, attendanceId, "asked");
}

/** The code the guardian read out: that person may collect today, and does. */
export async function confirmOneOff(ctx: ActivitiesContext, attendanceId: string, code: string): Promise<HandedOver> {
  const { row } = await ledAttendance(ctx, attendanceId, "present");
  const { isRight, left, collectorId } = await tryCode(ctx, attendanceId, "one_off", code);
  if (!isRight) return { isHanded: false, left };
  await ctx.db.updateTable("children_activities_collector").set({ confirmedAt: ctx.clock.now() }).where("id", "=", collectorId).execute();
  await writeStep(ctx, attendanceId, "allowed");
  await depart(ctx, row, "collect", { ...nobody, collectorId });
  return { isHanded: true, left: 0 };
}
