import { errors } from "../errors.js";
import { kinOfChildren } from "../keep-children/child.repository.js";
import { attendancesOf, findProgramme, lockSession, postsOf, type SessionRow } from "../keep-safe/session.repository.js";
import { wakeBoards } from "../keep-safe/wake-boards.js";
import { sessionMoves } from "../keep-safe/states.js";
import type { ActivitiesContext } from "../plugin.js";
import { adultsById } from "../vet-adults/adult.repository.js";
import { whenOf, writeAdult, writeGuardian } from "./write-letters.js";

/** Ends what was arranged for a date that is not held and tells everybody it concerns. Gives how many guardians were told. */
export async function endArranged(ctx: ActivitiesContext, session: SessionRow, reason: string): Promise<number> {
  const { db, clock } = ctx;
  const enrolled = (await attendancesOf(db, [session.id])).filter(({ state }) => state === "enrolled").map(({ childId }) => childId);
  const posts = (await postsOf(db, [session.id])).filter(({ leftAt }) => leftAt === null);
  const words = { when: whenOf(session, clock.zone), title: (await findProgramme(db, session.programmeId))!.title, reason };
  const letter = { kind: "off", about: session.id, words } as const;
  const guardians = new Map((await kinOfChildren(db, enrolled)).map((one) => [one.guardianId, one]));
  for (const one of guardians.values()) writeGuardian(ctx, one, letter);
  const adults = await adultsById(
    db,
    posts.map(({ adultId }) => adultId),
  );
  for (const personId of new Set(adults.map((one) => one.personId))) await writeAdult(ctx, personId, letter);
  await db
    .updateTable("children_activities_attendance")
    .set({ state: "cancelled" })
    .where("sessionId", "=", session.id)
    .where("state", "=", "enrolled")
    .execute();
  const off = { state: "cancelled", leftAt: clock.now() };
  await db.updateTable("children_activities_post").set(off).where("sessionId", "=", session.id).where("leftAt", "is", null).execute();
  return guardians.size;
}

/** One date is not held: for good, whatever becomes of the plan. Guardians of who was enrolled and adults on duty are told at once. Throws sessionUnknown, sessionNot. */
export async function callOff(ctx: ActivitiesContext, sessionId: string, reason: string): Promise<{ told: number }> {
  const { db, clock, audit, text } = ctx;
  const session = await lockSession(db, sessionId);
  if (!session) throw errors.sessionUnknown();
  if (!(sessionMoves.cancel.from as readonly string[]).includes(session.state))
    throw errors.sessionNot({ state: text(`children-activities.session.${session.state}`) });
  const told = await endArranged(ctx, session, reason);
  wakeBoards(ctx, sessionId);
  await db
    .updateTable("children_activities_session")
    .set({ state: sessionMoves.cancel.to, calledOffAt: clock.now(), calledOffReason: reason, outlook: [], children: 0, adults: 0 })
    .where("id", "=", sessionId)
    .execute();
  audit("session.callOff", sessionId, { told });
  return { told };
}
