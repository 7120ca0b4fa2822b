import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { vettingOn } from "../judge-safety/is-vetted.js";
import { movePost } from "../keep-safe/move-rows.js";
import { rejudge } from "../keep-safe/rejudge.js";
import { findPost, liveStates, lockSession, postsOf, sessionsOfProgramme, type SessionRow } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { adultFacts, findAdult, isTrained, lockPeople, recordsOfPerson } from "../vet-adults/adult.repository.js";

/** States of a duty that stands. */
export const onDuty: readonly string[] = ["planned", "suspended", "present"];

/** Is the adult elsewhere at that time? Nobody looks after two groups at once. */
export async function isBusy({ db }: ActivitiesContext, { id, startsAt, endsAt }: SessionRow, adultId: string): Promise<boolean> {
  const adult = await findAdult(db, adultId);
  const samePerson = await recordsOfPerson(db, adult?.personId ?? "");
  const clash = await everywhere(db, "children_activities_session", "nobody is on duty at two sessions at once, wherever they are")
    .select("id")
    .where("id", "!=", id)
    .where("startsAt", "<", endsAt)
    .where("endsAt", ">", startsAt)
    .where("state", "in", liveStates)
    .where("id", "in", (eb) => eb.selectFrom("children_activities_post").select("sessionId").where("adultId", "in", samePerson).where("state", "in", onDuty))
    .executeTakeFirst();
  return clash !== undefined;
}

/** Is the adult with the children of another session of that day, or due there while this one lasts? A session of another day that nobody closed holds nobody. */
export async function isElsewhere(ctx: ActivitiesContext, session: SessionRow, adultId: string): Promise<boolean> {
  const adult = await findAdult(ctx.db, adultId);
  const samePerson = await recordsOfPerson(ctx.db, adult?.personId ?? "");
  const there = await everywhere(ctx.db, "children_activities_session", "nobody is with two groups at once, wherever they are")
    .select("id")
    .where("id", "!=", session.id)
    .where("heldOn", "=", session.heldOn)
    .where("state", "in", liveStates)
    .where("id", "in", (eb) => eb.selectFrom("children_activities_post").select("sessionId").where("adultId", "in", samePerson).where("state", "=", "present"))
    .executeTakeFirst();
  return there !== undefined || isBusy(ctx, session, adultId);
}

/** Puts an adult on duty at one session; unvetted ones are suspended at once and a stand-in asked for. Gives the duty. */
async function putOn(ctx: ActivitiesContext, session: SessionRow, adultId: string): Promise<string> {
  const { db, newId, clock, audit } = ctx;
  const known = (await postsOf(db, [session.id])).find((post) => post.adultId === adultId && onDuty.includes(post.state));
  if (known) return known.id;
  const id = newId();
  const row = { id, sessionId: session.id, adultId, state: "planned", plannedAt: clock.now(), arrivedAt: null, leftAt: null, leftReason: null };
  await db.insertInto("children_activities_post").values(row).execute();
  audit("post.plan", id, { sessionId: session.id, adultId });
  await rejudge(ctx, session.id);
  return id;
}

/** Puts adults on duty at every date ahead of a programme at which they are free; gives how many duties are suspended for want of a check. */
export async function rosterProgramme(ctx: ActivitiesContext, programmeId: string, adultIds: readonly string[]): Promise<{ suspended: number }> {
  const now = ctx.clock.now();
  await lockPeople(ctx.db, adultIds);
  const ahead = async () =>
    (await sessionsOfProgramme(ctx.db, programmeId)).filter(({ state, endsAt }) => (state === "planned" || state === "published") && endsAt > now);
  for (const id of (await ahead()).map((one) => one.id).sort()) await lockSession(ctx.db, id);
  const sessions = await ahead();
  for (const adultId of adultIds) {
    const adult = await findAdult(ctx.db, adultId);
    if (!adult || adult.leftAt !== null) throw errors.adultUnknown({}, "body.adultIds");
    if (sessions.some(({ heldOn }) => !isTrained(adult, heldOn))) throw errors.notTrained({}, "body.adultIds");
    for (const session of sessions) {
      if (await isBusy(ctx, session, adultId)) throw errors.adultBusy({ day: session.heldOn }, "body.adultIds");
      await putOn(ctx, session, adultId);
    }
  }
  const posts = await postsOf(
    ctx.db,
    sessions.map(({ id }) => id),
  );
  return { suspended: posts.filter(({ state }) => state === "suspended").length };
}

/** A stand-in for one session: vetted on that day, or refused. Throws adultUnknown, notTrained, notVetted, adultBusy, sessionOver. */
export async function takeDuty(ctx: ActivitiesContext, sessionId: string, adultId: string): Promise<string> {
  await lockPeople(ctx.db, [adultId]);
  const [session, adult] = [await lockSession(ctx.db, sessionId), await findAdult(ctx.db, adultId)];
  if (!session || !(liveStates as readonly string[]).includes(session.state)) throw errors.sessionOver();
  if (!adult || adult.leftAt !== null) throw errors.adultUnknown({}, "body.adultId");
  if (!isTrained(adult, session.heldOn)) throw errors.notTrained({}, "body.adultId");
  const { checks } = (await adultFacts(ctx.db, [adultId])).get(adultId)!;
  if (vettingOn(checks, session.heldOn, ctx.clock.now()) !== "vetted") throw errors.notVetted({}, "body.adultId");
  if (await isBusy(ctx, session, adultId)) throw errors.adultBusy({ day: session.heldOn }, "body.adultId");
  return putOn(ctx, session, adultId);
}

/** Calls a duty off before it began; the session is judged anew. */
export async function endDuty(ctx: ActivitiesContext, postId: string): Promise<void> {
  const { db, clock, audit, publish } = ctx;
  const post = (await findPost(db, postId))!;
  const session = (await lockSession(db, post.sessionId))!;
  await movePost(db, postId, "end", { leftAt: clock.now() });
  audit("post.end", postId, { sessionId: session.id });
  const adult = (await findAdult(db, post.adultId))!;
  publish("dutyEnded", session.id, { sessionId: session.id, placePath: session.placePath, personId: adult.personId, heldOn: session.heldOn });
  await rejudge(ctx, session.id);
}
