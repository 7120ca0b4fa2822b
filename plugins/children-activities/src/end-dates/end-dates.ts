import { everywhere } from "@lianxin/plugin-kit";
import { law } from "../judge-safety/law.js";
import { findHome } from "../keep-homes/home.repository.js";
import { attendancesOf, findProgramme, lockSession, type SessionRow } from "../keep-safe/session.repository.js";
import { attendanceMoves, postMoves, sessionMoves } from "../keep-safe/states.js";
import { wakeBoards } from "../keep-safe/wake-boards.js";
import { whenOf, writeAdults } from "../plan-programme/write-letters.js";
import type { ActivitiesContext } from "../plugin.js";
import { addMinutes } from "../tell-time/tell-time.js";

/**
 * Nobody opened it on its day, so nobody can any more: its list and duties end with it, and it counts neither as held nor as called off. How many were on its list stays with it, and so does who: its
 * director asks after them. Nothing when it was opened meanwhile.
 */
async function lapse(ctx: ActivitiesContext, id: string): Promise<boolean> {
  const { db, audit } = ctx;
  const session = (await lockSession(db, id))!;
  if (!(sessionMoves.lapse.from as readonly string[]).includes(session.state)) return false;
  const end = (move: "end" | "leave") =>
    db
      .updateTable("children_activities_post")
      .set({ state: postMoves[move].to, leftAt: session.endsAt })
      .where("sessionId", "=", id)
      .where("state", "in", postMoves[move].from)
      .execute();
  await end("end");
  await end("leave");
  await db
    .updateTable("children_activities_attendance")
    .set({ state: attendanceMoves.cancel.to, calledOffAt: session.endsAt })
    .where("sessionId", "=", id)
    .where("state", "in", attendanceMoves.cancel.from)
    .execute();
  await db.updateTable("children_activities_session").set({ state: sessionMoves.lapse.to, outlook: [] }).where("id", "=", id).execute();
  audit("session.lapse", id);
  wakeBoards(ctx, id);
  return true;
}

/** Ends the dates of days that are over which were published and opened by nobody. Gives how many. O(such dates). */
export async function endUnopened(ctx: ActivitiesContext): Promise<number> {
  const { db, clock } = ctx;
  const rows = await everywhere(db, "children_activities_session", "what nobody opened ends everywhere")
    .select("id")
    .where("state", "in", sessionMoves.lapse.from)
    .where("heldOn", "<", clock.today())
    .where("endsAt", "<", clock.now())
    .orderBy("id")
    .execute();
  let ended = 0;
  for (const { id } of rows) if (await lapse(ctx, id)) ended++;
  return ended;
}

/** Is it open although its adults read nothing any more: did somebody forget to close it? */
export const isLeftOpen = ({ state, endsAt }: Pick<SessionRow, "state" | "endsAt">, now: string): boolean =>
  state === "open" && now > addMinutes(endsAt, law.leadMinutes.value);

/** Writes to the director of each session that was left open, once, with how many children nobody signed out; whether they are there still only a person can say. Gives how many are open. */
export async function nameLeftOpen(ctx: ActivitiesContext): Promise<number> {
  const { db, clock } = ctx;
  const open = (
    await everywhere(db, "children_activities_session", "what nobody closed is named everywhere")
      .selectAll()
      .where("state", "=", "open")
      .orderBy("id")
      .execute()
  ).filter((session) => isLeftOpen(session, clock.now()));
  for (const session of open) {
    const [home, programme] = [await findHome(db, session.homeId), await findProgramme(db, session.programmeId)];
    const count = (await attendancesOf(db, [session.id])).filter(({ state }) => state === "present").length;
    const words = { when: whenOf(session, clock.zone), title: programme!.title, count };
    await writeAdults(ctx, [home!.directorId], () => ({ kind: count > 0 ? "leftWith" : "leftOpen", about: session.id, words }));
  }
  return open.length;
}
