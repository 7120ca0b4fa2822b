import { requireConfirmed } from "../confirm-duties/duties.js";
import { errors } from "../errors.js";
import { codesOf, judgeSession, type Violation } from "../judge-safety/judge-session.js";
import { comesFrom, mustBeCleared, mustLead } from "../keep-safe/must-be.js";
import { readFacts } from "../keep-safe/read-facts.js";
import { rejudge } from "../keep-safe/rejudge.js";
import { sessionMoves } from "../keep-safe/states.js";
import { wakeBoards } from "../keep-safe/wake-boards.js";
import { attendancesOf, came, lockSession, postsOf, type SessionRow } from "../keep-safe/session.repository.js";
import { activeOverride } from "../override-rule/override.js";
import type { ActivitiesContext } from "../plugin.js";
import { dayOf } from "../tell-time/tell-time.js";
import { adultsById } from "../vet-adults/adult.repository.js";

/** The session, led by the actor and in one of these states; nobody else changes it until this is done. Throws sessionUnknown, leadersOnly, sessionNot naming the state it is in. */
export async function ledSession(ctx: ActivitiesContext, sessionId: string, ...states: readonly string[]): Promise<SessionRow> {
  const session = await lockSession(ctx.db, sessionId);
  if (!session) throw errors.sessionUnknown();
  wakeBoards(ctx, sessionId);
  await mustLead(ctx, session);
  if (!states.includes(session.state)) throw errors.sessionNot({ state: ctx.text(`children-activities.session.${session.state}`) });
  return session;
}

/** Each broken rule in words, once, saying whether it is of who is on the list or of who is there. */
export function tellViolations({ text }: Pick<ActivitiesContext, "text">, violations: readonly Violation[]): string {
  const words = violations.map(({ code, params }) => {
    const who = params.who === "there" ? "there" : "listed";
    return text(`children-activities.rule.${code}`, {
      ...params,
      where: text(`children-activities.who.${who}`),
      whom: text(`children-activities.whom.${who}`),
    });
  });
  return [...new Set(words)].join("；");
}

/**
 * Opens a published session when the adults who are there are enough for all children still to come, or while two people let it go on in an emergency. Throws leadersOnly, leaderNotVetted,
 * notConfirmed, tooEarly, sessionUnsafe naming what is wrong.
 */
export async function openSession(ctx: ActivitiesContext, sessionId: string): Promise<void> {
  const { db, clock, audit } = ctx;
  const session = await ledSession(ctx, sessionId, ...sessionMoves.open.from);
  await mustBeCleared(ctx, session);
  await requireConfirmed(db, session.placePath);
  if (clock.now() < comesFrom(session) || clock.today() !== dayOf(session.startsAt, clock.zone)) throw errors.tooEarly({ day: session.heldOn });
  const { violations, adults } = judgeSession(await readFacts(db, session, "opening"), { now: clock.now(), on: clock.today() });
  // Children are with nobody vetted in no emergency whatever.
  const override = violations.length > 0 && adults > 0 ? await activeOverride(ctx, sessionId) : undefined;
  // Who let two go on instead of three did not let one be alone.
  const left = violations.filter((one) => !codesOf(one).every((code) => override?.codes.includes(code)));
  if (left.length > 0) throw errors.sessionUnsafe({ what: tellViolations(ctx, left) });
  await db
    .updateTable("children_activities_session")
    .set({ state: sessionMoves.open.to, openedAt: clock.now(), outlook: [] })
    .where("id", "=", sessionId)
    .execute();
  audit("session.open", sessionId, { ...(override && { overrideId: override.id }) });
  await rejudge(ctx, sessionId);
}

/** Closes a session when every child went home; how many children and adults came stays with it. Throws childrenHere with how many are there still. */
export async function closeSession(ctx: ActivitiesContext, sessionId: string): Promise<void> {
  const { db, clock, audit } = ctx;
  await ledSession(ctx, sessionId, ...sessionMoves.close.from);
  const [attendances, posts] = await Promise.all([attendancesOf(db, [sessionId]), postsOf(db, [sessionId])]);
  const adults = await adultsById(
    db,
    posts.filter(({ arrivedAt }) => arrivedAt !== null).map(({ adultId }) => adultId),
  );
  const here = attendances.filter(({ state }) => state === "present");
  if (here.length > 0) throw errors.childrenHere({ count: here.length });
  await db
    .updateTable("children_activities_post")
    .set({ state: "left", leftAt: clock.now() })
    .where("sessionId", "=", sessionId)
    .where("state", "=", "present")
    .execute();
  await db.updateTable("children_activities_alarm").set({ untilAt: clock.now() }).where("sessionId", "=", sessionId).where("untilAt", "is", null).execute();
  await db
    .updateTable("children_activities_session")
    .set({
      state: sessionMoves.close.to,
      closedAt: clock.now(),
      outlook: [],
      children: came(attendances),
      adults: new Set(adults.map(({ personId }) => personId)).size,
    })
    .where("id", "=", sessionId)
    .execute();
  audit("session.close", sessionId);
}
