import { errors } from "../errors.js";
import { isOnePerson } from "../follow-people/is-one-person.js";
import { judgeSession, type ViolationCode } from "../judge-safety/judge-session.js";
import { mustLead } from "../keep-safe/must-be.js";
import { readFacts } from "../keep-safe/read-facts.js";
import { findSession, lockSession } from "../keep-safe/session.repository.js";
import { wakeBoards } from "../keep-safe/wake-boards.js";
import { ledSession } from "../hold-session/open-session.js";
import type { ActivitiesContext } from "../plugin.js";
import { addMinutes } from "../tell-time/tell-time.js";
import { byId } from "@lianxin/plugin-kit";

/** It holds for so many minutes, and what it may set aside: numbers, never an unchecked adult or a missing consent. */
const minutes = 30;
const canBeSetAside: readonly ViolationCode[] = ["tooFewAdults", "twoUnrelated", "noFirstAider", "noWoman"];

/** Somebody who leads asks that a session may go on although a rule is broken, in an emergency. Throws nothingBroken, neverSetAside. */
export async function askOverride(ctx: ActivitiesContext, sessionId: string, reason: string): Promise<string> {
  const { db, clock, newId, actor, audit } = ctx;
  const session = await ledSession(ctx, sessionId, "published", "open");
  const facts = await readFacts(db, session, session.state === "open" ? "open" : "opening");
  const { violations, adults } = judgeSession(facts, { now: clock.now(), on: clock.today() });
  // Whoever may be alone for the time may as well be joined by one of the family.
  const codes = [...new Set(violations.flatMap(({ code }) => (code === "tooFewAdults" && adults === 1 ? [code, "twoUnrelated" as const] : [code])))];
  if (codes.length === 0) throw errors.nothingBroken();
  if (adults === 0 || codes.some((code) => !canBeSetAside.includes(code))) throw errors.neverSetAside();
  const id = newId();
  const row = {
    id,
    sessionId,
    reason,
    codes,
    askedById: actor.personId!,
    askedAccount: actor.accountId,
    askedAt: clock.now(),
    confirmedById: null,
    confirmedAt: null,
    untilAt: addMinutes(clock.now(), minutes),
  };
  await db.insertInto("children_activities_override").values(row).execute();
  audit("override.ask", id, { sessionId, codes });
  return id;
}

export async function placeOfOverride(ctx: ActivitiesContext, id: string): Promise<{ path: string }> {
  const row = await byId(ctx.db, "children_activities_override", id).select("sessionId").executeTakeFirst();
  const session = row && (await findSession(ctx.db, row.sessionId));
  if (!session) throw errors.sessionUnknown();
  return { path: session.placePath };
}

/** The second person, with an account of their own: leads the session too, or signs for the community. From now it holds half an hour; the alarm stays. Throws secondPerson, overrideOver. */
export async function confirmOverride(ctx: ActivitiesContext, id: string, signsOff: boolean): Promise<void> {
  const { db, clock, actor, audit } = ctx;
  const row = (await byId(db, "children_activities_override", id).selectAll().executeTakeFirst())!;
  const session = (await lockSession(db, row.sessionId))!;
  wakeBoards(ctx, session.id);
  if (!signsOff) await mustLead(ctx, session);
  if (actor.personId === null || actor.accountId === row.askedAccount || (await isOnePerson(ctx, actor.personId, row.askedById))) throw errors.secondPerson();
  if (row.confirmedAt !== null || row.untilAt <= clock.now()) throw errors.overrideOver();
  await db
    .updateTable("children_activities_override")
    .set({ confirmedById: actor.personId, confirmedAt: clock.now(), untilAt: addMinutes(clock.now(), minutes) })
    .where("id", "=", id)
    .execute();
  audit("override.confirm", id, { sessionId: row.sessionId });
}

/** What two people let go on at this moment. */
export const activeOverride = ({ db, clock }: ActivitiesContext, sessionId: string) =>
  db
    .selectFrom("children_activities_override")
    .selectAll()
    .where("sessionId", "=", sessionId)
    .where("confirmedAt", "is not", null)
    .where("untilAt", ">", clock.now())
    .orderBy("confirmedAt", "desc")
    .executeTakeFirst();

/** The newest one that waits for a second person. */
export const waitingOverride = ({ db, clock }: ActivitiesContext, sessionId: string) =>
  db
    .selectFrom("children_activities_override")
    .selectAll()
    .where("sessionId", "=", sessionId)
    .where("confirmedAt", "is", null)
    .where("untilAt", ">", clock.now())
    .orderBy("askedAt", "desc")
    .executeTakeFirst();

/** What waits for a second person at any of these sessions: who asks, why, until when; for who may be that second person and is not on the board. */
export async function waitingAt({ db, clock, use, actor }: ActivitiesContext, sessionIds: readonly string[]) {
  const rows = await db
    .selectFrom("children_activities_override")
    .select(["id", "sessionId", "reason", "untilAt", "askedById"])
    .where("sessionId", "in", ["none", ...sessionIds])
    .where("confirmedAt", "is", null)
    .where("untilAt", ">", clock.now())
    .orderBy("askedAt", "desc")
    .orderBy("id")
    .execute();
  const names = await use.directory.namesOf(rows.map(({ askedById }) => askedById));
  return rows.map(({ askedById, ...row }) => ({ ...row, isOwn: askedById === actor.personId, askedBy: names.get(askedById) ?? "" }));
}
