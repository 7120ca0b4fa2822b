import { errors } from "../errors.js";
import { vettingOn } from "../judge-safety/is-vetted.js";
import { comesFrom } from "../keep-safe/must-be.js";
import { movePost } from "../keep-safe/move-rows.js";
import { rejudge } from "../keep-safe/rejudge.js";
import { findPost } from "../keep-safe/session.repository.js";
import { postMoves } from "../keep-safe/states.js";
import { isElsewhere, takeDuty } from "../plan-programme/roster.js";
import type { ActivitiesContext } from "../plugin.js";
import { adultFacts, isTrained, lockPeople } from "../vet-adults/adult.repository.js";
import { ledSession } from "./open-session.js";

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
  const facts = (await adultFacts(db, [post.adultId])).get(post.adultId)!;
  if (vettingOn(facts.checks, clock.today(), clock.now()) !== "vetted") throw errors.notVetted();
  if (!isTrained(facts, session.heldOn)) throw errors.notTrained();
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

/** A stand-in: put on duty, and from an hour ahead there as well, in one act. Throws as takeDuty and adultArrives. */
export async function standIn(ctx: ActivitiesContext, sessionId: string, adultId: string): Promise<string> {
  await lockPeople(ctx.db, [adultId]);
  const session = await ledSession(ctx, sessionId, "planned", "published", "open");
  const postId = await takeDuty(ctx, sessionId, adultId);
  if (session.state !== "planned" && ctx.clock.now() >= comesFrom(session)) await adultArrives(ctx, postId);
  return postId;
}
