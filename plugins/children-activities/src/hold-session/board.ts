import { groupBy } from "../group-by.js";
import { nextRung, stepsOf } from "../hand-over/ladder.js";
import { consentTexts } from "../judge-safety/consent-texts.js";
import { hasConsent, type ConsentFact } from "../judge-safety/has-consent.js";
import { vettingOn } from "../judge-safety/is-vetted.js";
import { childrenById } from "../keep-children/child.repository.js";
import { comesFrom, isCleared, isDirector, mustLead } from "../keep-safe/must-be.js";
import { attendancesOf, consentsOf, findProgramme, findSession, isListed, postsOf, type SessionRow } from "../keep-safe/session.repository.js";
import { activeOverride, isAsker, waitingOverride } from "../override-rule/override.js";
import { onDuty } from "../plan-programme/roster.js";
import type { ActivitiesContext } from "../plugin.js";
import { adultFacts, adultsById, adultsCovering, isTrained } from "../vet-adults/adult.repository.js";
import { countDueAt, isCountLate, isUncollected } from "./count-due.js";
import { judgeBoard } from "./judge-board.js";

/** Vetted adults of the place and above who are neither on duty here nor were here and left, who come back on their own line: whom to ask to stand in. */
async function standInsFor(
  { db, clock, use }: ActivitiesContext,
  session: SessionRow,
  posts: readonly { readonly state: string; readonly personId?: string | undefined }[],
) {
  const known = new Set(posts.flatMap(({ state, personId }) => ([...onDuty, "left"].includes(state) ? [personId] : [])));
  const near = (await adultsCovering(db, session.placePath)).filter(({ personId }) => !known.has(personId));
  const facts = await adultFacts(
    db,
    near.map(({ id }) => id),
  );
  const vetted = near.filter((adult) => isTrained(adult, session.heldOn) && vettingOn(facts.get(adult.id)!.checks, session.heldOn, clock.now()) === "vetted");
  const names = await use.directory.namesOf(vetted.map(({ personId }) => personId));
  return vetted.map(({ id, personId }) => ({ adultId: id, name: names.get(personId) ?? "" }));
}

/** The last head count: when, how many were counted, how many should have been there, and who counted. */
async function lastCount({ db, use }: ActivitiesContext, sessionId: string) {
  const row = await db
    .selectFrom("children_activities_head_count")
    .select(["at", "counted", "present", "byId"])
    .where("sessionId", "=", sessionId)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  if (!row) return null;
  const { byId, ...count } = row;
  return { ...count, by: byId === null ? "" : ((await use.directory.namesOf([byId])).get(byId) ?? "") };
}

/** The board of a session for who leads it: numbers, states and what is wrong, or who came when it is over; no child's name. O(children + adults). */
export async function showBoard(ctx: ActivitiesContext, sessionId: string) {
  const { db, clock, use } = ctx;
  const session = (await findSession(db, sessionId))!;
  await mustLead(ctx, session);
  const [programme, posts, attendances] = await Promise.all([findProgramme(db, session.programmeId), postsOf(db, [sessionId]), attendancesOf(db, [sessionId])]);
  const adults = await adultsById(
    db,
    posts.map(({ adultId }) => adultId),
  );
  const personOf = new Map(adults.map(({ id, personId }) => [id, personId]));
  const arrived = posts.flatMap(({ adultId, arrivedAt }) => (arrivedAt === null ? [] : [personOf.get(adultId)]));
  const stands = await judgeBoard(ctx, session, { attendances, adultsCame: new Set(arrived).size });
  const here = attendances.filter((row) => isListed(row, session));
  const [names, steps, alarm, override, asked, counted, standIns] = await Promise.all([
    use.directory.namesOf([...personOf.values()]),
    stepsOf(
      db,
      here.map(({ id }) => id),
    ),
    db.selectFrom("children_activities_alarm").select("fromAt").where("sessionId", "=", sessionId).where("untilAt", "is", null).executeTakeFirst(),
    activeOverride(ctx, sessionId),
    waitingOverride(ctx, sessionId),
    lastCount(ctx, sessionId),
    // Whom to ask to stand in is looked for when something is wrong, not with each look at a board where all is well.
    stands.isSafe !== false
      ? []
      : standInsFor(
          ctx,
          session,
          posts.map(({ state, adultId }) => ({ state, personId: personOf.get(adultId) })),
        ),
  ]);
  const stepsByChild = groupBy(steps, ({ attendanceId }) => attendanceId);
  return {
    ...{
      id: sessionId,
      title: programme!.title,
      heldOn: session.heldOn,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      comesFrom: comesFrom(session),
      state: session.state,
      version: session.version,
    },
    now: clock.now(),
    mayTakeIn: await isCleared(ctx, session),
    homeId: session.homeId,
    isMine: await isDirector(ctx, session.homeId),
    off: attendances.length - here.length,
    offByGuardian: attendances.filter(({ state, offReason }) => state === "cancelled" && offReason === "consent").length,
    ...stands,
    enrolled: here.length,
    since: stands.isSafe === false ? (alarm?.fromAt ?? null) : null,
    lastCount: counted,
    countDueAt: countDueAt(session),
    isCountLate: isCountLate(session, stands.present, clock.now()),
    isUncollected: isUncollected(session, stands.present, clock.now()),
    override: override
      ? { id: override.id, untilAt: override.untilAt, isConfirmed: true, isOwn: isAsker(ctx, override) }
      : asked
        ? { id: asked.id, untilAt: asked.untilAt, isConfirmed: false, isOwn: isAsker(ctx, asked) }
        : null,
    posts: posts
      .filter(({ state }) => state !== "cancelled")
      .map(({ id, adultId, state, arrivedAt, leftAt, leftReason }) => ({
        ...{ id, adultId, state, arrivedAt, leftAt, leftReason },
        personId: personOf.get(adultId) ?? "",
        isSelf: ctx.actor.personId !== null && personOf.get(adultId) === ctx.actor.personId,
        name: names.get(personOf.get(adultId) ?? "") ?? "",
      })),
    standIns,
    children: here.map(({ id, childId, state, arrivedAt, departedAt, wearsPhotoBadge, absenceCalledAt }) => ({
      ...{ attendanceId: id, childId, state, arrivedAt, departedAt, wearsPhotoBadge, absenceCalledAt: state === "absent" ? absenceCalledAt : null },
      steps: (stepsByChild.get(id) ?? []).map(({ step, at, hurry }) => ({ step, at, hurry })),
      next: state === "present" && clock.now() >= session.endsAt ? nextRung(session.endsAt, stepsByChild.get(id) ?? []) : null,
    })),
  };
}

/** The names that go with the board, opened once and logged: with the reminders of health and photographs for who leads, and nobody else. */
export async function showNames(ctx: ActivitiesContext, sessionId: string, purpose: "lead" | "print" = "lead") {
  const { db, clock, disclose } = ctx;
  const session = (await findSession(db, sessionId))!;
  await mustLead(ctx, session);
  const here = (await attendancesOf(db, [sessionId])).filter((row) => isListed(row, session));
  const children = await childrenById(
    db,
    here.map(({ childId }) => childId),
  );
  const said = groupBy(
    await consentsOf(
      db,
      children.map(({ id }) => id),
    ),
    ({ childId }) => childId,
  );
  const sealed = children.flatMap(({ name, health }) => (health === null ? [name] : [name, health]));
  const opened = (await disclose(sealed, purpose)).values();
  const mayPhoto = (id: string) =>
    hasConsent(
      (said.get(id) ?? []) as unknown as ConsentFact[],
      { purpose: "photo", programmeId: session.programmeId, on: session.heldOn, now: clock.now() },
      consentTexts,
    );
  return children.map(({ id, health, aloneRoute, ageBand }) => ({
    ...{ childId: id, name: opened.next().value ?? "", health: health === null ? null : (opened.next().value ?? "") },
    ...{ ageBand, mayBePhotographed: mayPhoto(id), mayGoAlone: aloneRoute !== null },
  }));
}
