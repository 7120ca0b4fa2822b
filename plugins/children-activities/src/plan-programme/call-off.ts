import { errors } from "../errors.js";
import { kinOfChildren } from "../keep-children/child.repository.js";
import { attendancesOf, findProgramme, lockSession, postsOf, type SessionRow } from "../keep-safe/session.repository.js";
import { wakeBoards } from "../keep-safe/wake-boards.js";
import { attendanceMoves, postMoves, sessionMoves } from "../keep-safe/states.js";
import type { ActivitiesContext } from "../plugin.js";
import { adultsById } from "../vet-adults/adult.repository.js";
import { whenOf, writeAdults, writeGuardians, type Told } from "./write-letters.js";

/** Each guardian of some children once. */
export const guardiansOf = async ({ db }: ActivitiesContext, childIds: readonly string[]) => [
  ...new Map((await kinOfChildren(db, childIds)).map((one) => [one.guardianId, one])).values(),
];

/** Ends what was arranged for a date that is not held and tells everybody it concerns; who was on its list keeps the moment. Gives who was told and who was not. */
export async function endArranged(ctx: ActivitiesContext, session: SessionRow, reason: string): Promise<Told> {
  const { db, clock } = ctx;
  const enrolled = (await attendancesOf(db, [session.id])).filter(({ state }) => state === "enrolled").map(({ childId }) => childId);
  const posts = (await postsOf(db, [session.id])).filter(({ leftAt }) => leftAt === null);
  const words = { when: whenOf(session, clock.zone), title: (await findProgramme(db, session.programmeId))!.title, reason };
  // A date may be called off, held after all and called off again: each is a message of its own.
  const letter = { kind: "off", about: `${session.id}/${session.version}`, words } as const;
  const guardians = await writeGuardians(ctx, await guardiansOf(ctx, enrolled), () => letter);
  const adults = await adultsById(
    db,
    posts.map(({ adultId }) => adultId),
  );
  const untold = await writeAdults(ctx, [...new Set(adults.map((one) => one.personId))], () => letter);
  await db
    .updateTable("children_activities_attendance")
    .set({ state: attendanceMoves.cancel.to, calledOffAt: clock.now() })
    .where("sessionId", "=", session.id)
    .where("state", "in", attendanceMoves.cancel.from)
    .execute();
  const off = { state: postMoves.end.to, leftAt: clock.now() };
  await db.updateTable("children_activities_post").set(off).where("sessionId", "=", session.id).where("leftAt", "is", null).execute();
  return { ...guardians, adults: untold };
}

/**
 * One date is not held, whatever becomes of the plan, until somebody says that it is held after all. Guardians of who was enrolled and adults on duty are told at once; who cannot be reached is counted, so
 * that somebody rings. Throws sessionUnknown, sessionNot.
 */
export async function callOff(ctx: ActivitiesContext, sessionId: string, reason: string): Promise<Told> {
  const { db, clock, audit, text } = ctx;
  const session = await lockSession(db, sessionId);
  if (!session) throw errors.sessionUnknown();
  if (!(sessionMoves.cancel.from as readonly string[]).includes(session.state))
    throw errors.sessionNot({ state: text(`children-activities.session.${session.state}`) });
  const told = await endArranged(ctx, session, reason);
  wakeBoards(ctx, sessionId);
  const off = { calledOffAt: clock.now(), calledOffReason: reason, calledOffState: session.state };
  await db
    .updateTable("children_activities_session")
    .set({ state: sessionMoves.cancel.to, ...off, outlook: [], children: 0, adults: 0 })
    .where("id", "=", sessionId)
    .execute();
  audit("session.callOff", sessionId, { told: told.told, toCall: told.toCall });
  return told;
}
