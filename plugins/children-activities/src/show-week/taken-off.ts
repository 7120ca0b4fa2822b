import { law } from "../judge-safety/law.js";
import type { ActivitiesContext } from "../plugin.js";
import { addMinutes } from "../tell-time/tell-time.js";

/** Dates ahead of some homes from which children were taken off lately for want of a guardian's consent or with their data, and how many. O(children taken off). */
export async function takenOff({ db, clock }: Pick<ActivitiesContext, "db" | "clock">, homeIds: readonly string[]) {
  const rows = await db
    .selectFrom("children_activities_attendance as attendance")
    .innerJoin("children_activities_session as session", "session.id", "attendance.sessionId")
    .innerJoin("children_activities_programme as programme", "programme.id", "session.programmeId")
    .select(["session.id as sessionId", "session.heldOn as heldOn", "session.startsAt as startsAt", "programme.id as programmeId"])
    .select(["programme.title as title"])
    .select((eb) => eb.fn.countAll().as("children"))
    .where("session.homeId", "in", ["none", ...homeIds])
    .where("session.state", "in", ["published", "open"])
    .where("session.endsAt", ">", clock.now())
    .where("attendance.state", "=", "cancelled")
    .where("attendance.offAt", ">", addMinutes(clock.now(), -law.tellOffDays.value * 24 * 60))
    .groupBy(["session.id", "session.heldOn", "session.startsAt", "programme.id", "programme.title"])
    .orderBy("session.startsAt")
    .orderBy("session.id")
    .execute();
  return rows.map(({ children, startsAt: _, ...row }) => ({ ...row, children: Number(children) }));
}
