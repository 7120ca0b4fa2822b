import { errors } from "../errors.js";
import { vettingOn } from "../judge-safety/is-vetted.js";
import { law } from "../judge-safety/law.js";
import { comesFrom, isDirector } from "../keep-safe/must-be.js";
import { movePost } from "../keep-safe/move-rows.js";
import { rejudge } from "../keep-safe/rejudge.js";
import { findPost, postsOf, type SessionRow } from "../keep-safe/session.repository.js";
import { postMoves } from "../keep-safe/states.js";
import { isElsewhere, onDuty, takeDuty } from "../plan-programme/roster.js";
import type { ActivitiesContext } from "../plugin.js";
import { addMinutes } from "../tell-time/tell-time.js";
import { adultFacts, findAdult, isTrained, lockPeople, recordsOfPerson } from "../vet-adults/adult.repository.js";
import { ledSession } from "./open-session.js";

/** Nobody is with the children who is not vetted today and trained. Throws notVetted, notTrained. */
async function mustBeFit({ db, clock }: ActivitiesContext, { heldOn }: SessionRow, adultId: string): Promise<void> {
  const facts = (await adultFacts(db, [adultId])).get(adultId)!;
  if (vettingOn(facts.checks, clock.today(), clock.now()) !== "vetted") throw errors.notVetted();
  if (!isTrained(facts, heldOn)) throw errors.notTrained();
}

/**
 * An adult on duty came. Nobody unvetted is let in, nobody who is with other children now, and nobody before the hour in which
 * the doors may open. Throws tooEarly, postOver, notVetted, notTrained, adultBusy.
 */
export async function adultArrives(ctx: ActivitiesContext, postId: string): Promise<void> {
  const { db, clock, audit } = ctx;
  const { adultId, sessionId } = (await findPost(db, postId))!;
  await lockPeople(db, [adultId]);
  const session = await ledSession(ctx, sessionId, "published", "open");
  const post = (await findPost(db, postId))!;
  if (clock.now() < comesFrom(session)) throw errors.tooEarly({ day: session.heldOn });
  await mustBeFit(ctx, session, adultId);
  if (!(postMoves.arrive.from as readonly string[]).includes(post.state)) throw errors.postOver();
  if (await isElsewhere(ctx, session, post.adultId)) throw errors.adultBusy({ day: session.heldOn });
  await movePost(db, postId, "arrive", { arrivedAt: clock.now() });
  audit("adult.arrive", postId, { sessionId: post.sessionId });
  await rejudge(ctx, post.sessionId);
}

/** The wrong adult was marked as there: who is expected again is not counted, and the session is judged anew at that very moment. Throws postOver. */
export async function undoAdultArrival(ctx: ActivitiesContext, postId: string): Promise<void> {
  const { db, audit } = ctx;
  const post = (await findPost(db, postId))!;
  await ledSession(ctx, post.sessionId, "published", "open");
  await movePost(db, postId, "undoArrival", { arrivedAt: null });
  audit("adult.undoArrival", postId, { sessionId: post.sessionId });
  await rejudge(ctx, post.sessionId);
}

/** An adult leaves; the children who are there are judged anew at that very moment. Throws postOver. */
export async function adultLeaves(ctx: ActivitiesContext, postId: string, reason: string): Promise<void> {
  const { db, clock, audit } = ctx;
  const { sessionId } = (await findPost(db, postId))!;
  await ledSession(ctx, sessionId, "published", "open");
  await movePost(db, postId, "leave", { leftAt: clock.now(), leftReason: reason.trim() || null });
  audit("adult.leave", postId, { sessionId });
  await rejudge(ctx, sessionId);
}

/**
 * Somebody was marked as having left by a slip: they are there as before, and the session is judged anew; what was wrong meanwhile stays written down. Whoever really went and is back has a duty
 * of their own, as a stand-in. Some minutes later the director alone takes it back; whose work with children was ended since does not come back by it. Throws postOver, adultUnknown,
 * notVetted, notTrained, adultBusy, undoLeavingLate.
 */
export async function undoAdultLeaving(ctx: ActivitiesContext, postId: string): Promise<void> {
  const { db, clock, audit } = ctx;
  const { adultId, sessionId } = (await findPost(db, postId))!;
  await lockPeople(db, [adultId]);
  const session = await ledSession(ctx, sessionId, "published", "open");
  const { personId, leftAt } = (await findAdult(db, adultId))!;
  const own = await recordsOfPerson(db, personId);
  if ((await postsOf(db, [sessionId])).some((post) => own.includes(post.adultId) && onDuty.includes(post.state))) throw errors.postOver();
  if (leftAt !== null) throw errors.adultUnknown();
  await mustBeFit(ctx, session, adultId);
  if (await isElsewhere(ctx, session, adultId)) throw errors.adultBusy({ day: session.heldOn });
  const post = (await findPost(db, postId))!;
  const isLate = post.leftAt !== null && clock.now() > addMinutes(post.leftAt, law.undoMinutes.value);
  if (isLate && !(await isDirector(ctx, session.homeId))) throw errors.undoLeavingLate({ minutes: law.undoMinutes.value });
  await movePost(db, postId, "undoLeaving", { leftAt: null, leftReason: null });
  audit("adult.undoLeaving", postId, { sessionId, isLate });
  await rejudge(ctx, sessionId);
}

/** A stand-in: put on duty, and from an hour ahead there as well, in one act. Throws as takeDuty and adultArrives. */
export async function standIn(ctx: ActivitiesContext, sessionId: string, adultId: string): Promise<string> {
  await lockPeople(ctx.db, [adultId]);
  const session = await ledSession(ctx, sessionId, "planned", "published", "open");
  const postId = await takeDuty(ctx, sessionId, adultId);
  if (session.state !== "planned" && ctx.clock.now() >= comesFrom(session)) await adultArrives(ctx, postId);
  return postId;
}
