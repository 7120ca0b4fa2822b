import { alarmsAt, foresee, type Outlook } from "../judge-safety/foresee.js";
import { vettingOn } from "../judge-safety/is-vetted.js";
import { codesOf, judgeSession, type Moment, type Verdict, type ViolationCode } from "../judge-safety/judge-session.js";
import { findHome } from "../keep-homes/home.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { addDays, dayOf, instantOf } from "../tell-time/tell-time.js";
import { adultFacts, adultsOfPerson, findAdult, recordsOfPerson } from "../vet-adults/adult.repository.js";
import { readFacts } from "./read-facts.js";
import { tellDirector } from "./tell-director.js";
import { wakeBoards } from "./wake-boards.js";
import { liveSessionsOfAdult, lockSession, postsOf, type SessionRow } from "./session.repository.js";

/** An open session that nobody closes is foreseen for so many days. */
const daysAhead = 7;

/** The moment at which a session is judged: now when it is open, its beginning while it is ahead. */
export function momentOf({ state, startsAt, heldOn }: Pick<SessionRow, "state" | "startsAt" | "heldOn">, now: string, zone: string): Moment {
  return state === "open" || now > startsAt ? { now, on: dayOf(now, zone) } : { now: startsAt, on: heldOn };
}

const nextDays = (on: string, zone: string): Moment[] =>
  Array.from({ length: daysAhead }, (_, i) => addDays(on, i + 1)).map((day) => ({ on: day, now: instantOf(day, "00:00", zone) }));

const codesIn = (outlook: Outlook): string[] => [...new Set(outlook.violations.flatMap(codesOf))].sort();

/** A director who is neither there nor the one who changed something hears that the adults do not suffice any more. */
async function tellAlarm(ctx: ActivitiesContext, session: SessionRow, alarm: { readonly id: string; readonly codes: readonly string[] }): Promise<void> {
  const { directorId } = (await findHome(ctx.db, session.homeId))!;
  const own = new Set((await adultsOfPerson(ctx.db, directorId)).map(({ id }) => id));
  if ((await postsOf(ctx.db, [session.id])).some(({ adultId, state }) => state === "present" && own.has(adultId))) return;
  const what = alarm.codes.map((code) => ctx.text(`children-activities.rule.${code as ViolationCode}.short`, {}, "zh-CN")).join("，");
  await tellDirector(ctx, session, { kind: "alarm", about: alarm.id, words: { what } });
}

/** Keeps what was broken from when until when: what was foreseen and came to be since, then what is broken now. */
async function writeAlarms(ctx: ActivitiesContext, session: SessionRow, now: string, current: Outlook) {
  const { db, newId, publish } = ctx;
  const { id, placePath, outlook: before } = session;
  const past = before.filter(({ from }) => from <= now);
  const last = await db.selectFrom("children_activities_alarm").selectAll().where("sessionId", "=", id).where("untilAt", "is", null).executeTakeFirst();
  let open = last && { id: last.id, codes: JSON.stringify(last.codes), fromAt: last.fromAt };
  const steps = [...past.filter(({ from }) => from > (open?.fromAt ?? "")), current];
  const end = async (at: string) => open && db.updateTable("children_activities_alarm").set({ untilAt: at }).where("id", "=", open.id).execute();
  for (const step of steps) {
    const codes = codesIn(step);
    if (JSON.stringify(codes) === (open?.codes ?? "[]")) continue;
    await end(step.from);
    if (codes.length === 0) {
      publish("alarmEnded", id, { sessionId: id, placePath });
      open = undefined;
      continue;
    }
    open = { id: newId(), codes: JSON.stringify(codes), fromAt: step.from };
    await db.insertInto("children_activities_alarm").values({ id: open.id, sessionId: id, fromAt: step.from, untilAt: null, codes }).execute();
    publish("alarmRaised", id, { sessionId: id, placePath, codes });
  }
  if (open && !last) await tellAlarm(ctx, session, { id: open.id, codes: JSON.parse(open.codes) as string[] });
}

/** The duties ahead of adults who are not vetted on the day are suspended and a stand-in is asked for; who is vetted again is on duty again. */
async function settlePosts({ db, publish }: ActivitiesContext, session: SessionRow, moment: Moment): Promise<void> {
  const posts = (await postsOf(db, [session.id])).filter(({ state }) => state === "planned" || state === "suspended");
  const facts = await adultFacts(
    db,
    posts.map(({ adultId }) => adultId),
  );
  for (const { id, adultId, state } of posts) {
    const vetting = vettingOn(facts.get(adultId)!.checks, moment.on, moment.now);
    const wanted = vetting === "vetted" ? "planned" : "suspended";
    if (wanted === state) continue;
    await db.updateTable("children_activities_post").set({ state: wanted }).where("id", "=", id).execute();
    const adult = await findAdult(db, adultId);
    if (wanted === "suspended")
      publish("standInNeeded", session.id, {
        ...{
          sessionId: session.id,
          placePath: session.placePath,
          postId: id,
          personId: adult!.personId,
          heldOn: session.heldOn,
          reason: vetting === "notClear" ? "none" : vetting,
        },
      });
  }
}

/**
 * Judges a session anew, in the transaction of whatever changed it: duties of who is no longer vetted are suspended, the verdict and what is foreseen are kept with
 * the session, and while it is open an alarm is written from its very instant. O(children + adults).
 */
export async function rejudge(ctx: ActivitiesContext, sessionId: string): Promise<Verdict> {
  const { db, clock } = ctx;
  const session = (await lockSession(db, sessionId))!;
  wakeBoards(ctx, sessionId);
  const moment = momentOf(session, clock.now(), clock.zone);
  await settlePosts(ctx, session, moment);
  const facts = await readFacts(db, session);
  const verdict = judgeSession(facts, moment);
  const outlook = foresee(facts, moment, session.state === "open" ? nextDays(moment.on, clock.zone) : []);
  if (session.state === "open") await writeAlarms(ctx, session, clock.now(), outlook[0]!);
  await db
    .updateTable("children_activities_session")
    .set({ outlook: [...outlook], children: facts.children.length, adults: verdict.adults, version: session.version + 1 })
    .where("id", "=", sessionId)
    .execute();
  return verdict;
}

export async function rejudgePerson(ctx: ActivitiesContext, personId: string): Promise<void> {
  for (const { id } of await liveSessionsOfAdult(ctx.db, await recordsOfPerson(ctx.db, personId))) await rejudge(ctx, id);
}
export const rejudgeAdult = async (ctx: ActivitiesContext, adultId: string): Promise<void> =>
  rejudgePerson(ctx, (await findAdult(ctx.db, adultId))?.personId ?? "");

/** What is broken at this instant, as it was foreseen: for lists and boards, without reading anything more. */
export const standingOf = ({ outlook }: Pick<SessionRow, "outlook">, now: string) => alarmsAt(outlook, now);
