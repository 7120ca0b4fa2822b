import { errors } from "../errors.js";
import { isOnePerson } from "../follow-people/is-one-person.js";
import { codesOf, judgeSession } from "../judge-safety/judge-session.js";
import { mayBeSetAside } from "../judge-safety/set-aside.js";
import { findHome } from "../keep-homes/home.repository.js";
import { mustLead } from "../keep-safe/must-be.js";
import { readFacts } from "../keep-safe/read-facts.js";
import { findProgramme, findSession, lockSession, postsOf, type SessionRow } from "../keep-safe/session.repository.js";
import { wakeBoards } from "../keep-safe/wake-boards.js";
import { ledSession } from "../hold-session/open-session.js";
import { signersOf } from "../plan-programme/await-signature.js";
import { whenOf, writeAdults } from "../plan-programme/write-letters.js";
import type { ActivitiesContext } from "../plugin.js";
import { addMinutes, localTimeOf } from "../tell-time/tell-time.js";
import { adultsById } from "../vet-adults/adult.repository.js";
import { byId } from "@lianxin/plugin-kit";

/** It holds for so many minutes. */
const minutes = 30;

/** The others who may be the second person: the director, whoever is on duty, and who signs for the community. Gives how many were written to, and by name whom no letter reaches. The letter does not say why: the reason may tell of a child. */
async function callSecond(ctx: ActivitiesContext, session: SessionRow, overrideId: string, untilAt: string): Promise<Called> {
  const { db, actor, clock, use } = ctx;
  const posts = (await postsOf(db, [session.id])).filter(({ state }) => state === "planned" || state === "present");
  const adults = await adultsById(
    db,
    posts.map(({ adultId }) => adultId),
  );
  const { directorId } = (await findHome(db, session.homeId))!;
  const signers = await signersOf(ctx, session.placePath, actor.personId!);
  const people = [...new Set([directorId, ...adults.map(({ personId }) => personId), ...signers])].filter((id) => id !== actor.personId);
  const name = (await use.directory.namesOf([actor.personId!])).get(actor.personId!) ?? "";
  const words = {
    when: whenOf(session, clock.zone),
    title: (await findProgramme(db, session.programmeId))!.title,
    name,
    time: localTimeOf(untilAt, clock.zone),
  };
  const untold = await writeAdults(ctx, people, () => ({ kind: "override", about: overrideId, words }));
  return { told: people.length - untold.length, adults: untold };
}

/** How many were written to, and whom no letter reaches. */
interface Called {
  readonly told: number;
  readonly adults: readonly string[];
}

/**
 * Somebody who leads asks that a session may go on although a rule is broken, in an emergency; whoever may be the second person there is written to. Throws nothingBroken, neverSetAside.
 */
export async function askOverride(ctx: ActivitiesContext, sessionId: string, reason: string): Promise<Called & { readonly id: string }> {
  const { db, clock, newId, actor, audit } = ctx;
  const session = await ledSession(ctx, sessionId, "published", "open");
  const facts = await readFacts(db, session, session.state === "open" ? "open" : "opening");
  const { violations, adults } = judgeSession(facts, { now: clock.now(), on: clock.today() });
  // Whoever may be alone for the time may as well be joined by one of the family.
  const codes = [...new Set(violations.flatMap(codesOf))];
  if (codes.length === 0) throw errors.nothingBroken();
  if (adults === 0 || !mayBeSetAside(codes)) throw errors.neverSetAside();
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
  const called = await callSecond(ctx, session, id, row.untilAt);
  audit("override.ask", id, { sessionId, codes, told: called.told });
  return { id, ...called };
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

/** Did this very person ask, with whichever account? Whoever asks is no second person. */
export const isAsker = (
  { actor }: Pick<ActivitiesContext, "actor">,
  { askedById, askedAccount }: { readonly askedById: string; readonly askedAccount: string | null },
): boolean => askedById === actor.personId || askedAccount === actor.accountId;

/** What waits for a second person at any of these sessions: who asks, why, until when; for who may be that second person and is not on the board. */
export async function waitingAt(ctx: ActivitiesContext, sessionIds: readonly string[]) {
  const { db, clock, use } = ctx;
  const rows = await db
    .selectFrom("children_activities_override")
    .select(["id", "sessionId", "reason", "untilAt", "askedById", "askedAccount"])
    .where("sessionId", "in", ["none", ...sessionIds])
    .where("confirmedAt", "is", null)
    .where("untilAt", ">", clock.now())
    .orderBy("askedAt", "desc")
    .orderBy("id")
    .execute();
  const names = await use.directory.namesOf(rows.map(({ askedById }) => askedById));
  return rows.map(({ askedById, askedAccount, ...row }) => ({ ...row, isOwn: isAsker(ctx, { askedById, askedAccount }), askedBy: names.get(askedById) ?? "" }));
}
