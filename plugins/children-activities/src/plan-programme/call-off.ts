import { errors } from "../errors.js";
import { kinOfChildren } from "../keep-children/child.repository.js";
import { attendancesOf, findProgramme, lockSession, postsOf, type SessionRow } from "../keep-safe/session.repository.js";
import { sessionMoves } from "../keep-safe/states.js";
import type { ActivitiesContext } from "../plugin.js";
import { localTimeOf } from "../tell-time/tell-time.js";
import { adultsById } from "../vet-adults/adult.repository.js";

/** "7月13日 08:30": a day and an hour as a message says them. */
const whenOf = ({ heldOn, startsAt }: SessionRow, zone: string): string => {
  const [, month, day] = heldOn.split("-").map(Number);
  return `${month}月${day}日 ${localTimeOf(startsAt, zone)}`;
};

/** Tells every guardian of a child enrolled, once each, that a date is off; no child is named. Gives how many. */
async function tellGuardians(ctx: ActivitiesContext, session: SessionRow, childIds: readonly string[], words: object): Promise<number> {
  const guardians = new Map((await kinOfChildren(ctx.db, childIds)).map((one) => [one.guardianId, one]));
  for (const [guardianId, { phone }] of guardians)
    ctx.deliver({
      ...{
        channel: "sms",
        to: { personId: guardianId, name: ctx.text("children-activities.guardian", {}, "zh-CN"), address: phone },
        key: `children-activities/off/${session.id}/${guardianId}`,
      },
      ...{ subject: ctx.text("children-activities.letter.off.subject", {}, "zh-CN"), text: ctx.text("children-activities.letter.off", { ...words }, "zh-CN") },
    });
  return guardians.size;
}

/** The same to the adults on duty, where there is an address. */
async function tellAdults(ctx: ActivitiesContext, session: SessionRow, adultIds: readonly string[], words: object): Promise<void> {
  for (const { personId } of await adultsById(ctx.db, adultIds)) {
    const [channels, names] = [await ctx.use.directory.channelsOf(personId), await ctx.use.directory.namesOf([personId])];
    const found = channels.find(({ kind }) => kind === "mail") ?? channels.find(({ kind }) => kind === "phone");
    if (!found) continue;
    ctx.deliver({
      ...{
        channel: found.kind === "mail" ? "mail" : "sms",
        to: { personId, name: names.get(personId) ?? "", address: found.address },
        key: `children-activities/offDuty/${session.id}/${personId}`,
      },
      ...{
        subject: ctx.text("children-activities.letter.off.subject", {}, "zh-CN"),
        text: ctx.text("children-activities.letter.offDuty", { ...words }, "zh-CN"),
      },
    });
  }
}

/** Ends what was arranged for a date that is not held and tells everybody it concerns. Gives how many guardians were told. */
export async function endArranged(ctx: ActivitiesContext, session: SessionRow, reason: string): Promise<number> {
  const { db, clock } = ctx;
  const enrolled = (await attendancesOf(db, [session.id])).filter(({ state }) => state === "enrolled").map(({ childId }) => childId);
  const posts = (await postsOf(db, [session.id])).filter(({ leftAt }) => leftAt === null);
  const words = { when: whenOf(session, clock.zone), title: (await findProgramme(db, session.programmeId))!.title, reason };
  const told = await tellGuardians(ctx, session, enrolled, words);
  await tellAdults(
    ctx,
    session,
    posts.map(({ adultId }) => adultId),
    words,
  );
  await db
    .updateTable("children_activities_attendance")
    .set({ state: "cancelled" })
    .where("sessionId", "=", session.id)
    .where("state", "=", "enrolled")
    .execute();
  const off = { state: "cancelled", leftAt: clock.now() };
  await db.updateTable("children_activities_post").set(off).where("sessionId", "=", session.id).where("leftAt", "is", null).execute();
  return told;
}

/** One date is not held: for good, whatever becomes of the plan. Guardians of who was enrolled and adults on duty are told at once. Throws sessionUnknown, sessionNot. */
export async function callOff(ctx: ActivitiesContext, sessionId: string, reason: string): Promise<{ told: number }> {
  const { db, clock, audit, text } = ctx;
  const session = await lockSession(db, sessionId);
  if (!session) throw errors.sessionUnknown();
  if (!(sessionMoves.cancel.from as readonly string[]).includes(session.state))
    throw errors.sessionNot({ state: text(`children-activities.session.${session.state}`) });
  const told = await endArranged(ctx, session, reason);
  await db
    .updateTable("children_activities_session")
    .set({ state: sessionMoves.cancel.to, calledOffAt: clock.now(), calledOffReason: reason, outlook: [], children: 0, adults: 0 })
    .where("id", "=", sessionId)
    .execute();
  audit("session.callOff", sessionId, { told });
  return { told };
}
