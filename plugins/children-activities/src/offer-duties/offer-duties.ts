import { everywhere } from "@lianxin/plugin-kit";
import type { KnownDuty, OpenDuty, WhoCould } from "../children-activities.js";
import { errors } from "../errors.js";
import { groupBy } from "../group-by.js";
import { leastAdults } from "../judge-safety/count-adults.js";
import { vettingOn } from "../judge-safety/is-vetted.js";
import { findHome } from "../keep-homes/home.repository.js";
import { findPost, findProgramme, findSession, postsOf, type SessionRow } from "../keep-safe/session.repository.js";
import { endDuty, onDuty, takeDuty } from "../plan-programme/roster.js";
import type { ActivitiesContext, ActivitiesDb } from "../plugin.js";
import { adultFacts, adultsOfPerson, allAdults, isTrained } from "../vet-adults/adult.repository.js";

/** Sessions that may still be given adults. */
const ahead = ["planned", "published"];

/** How many adults are missing at last, as it was foreseen: by number, or for two who are no relatives. */
function shortOf({ outlook }: SessionRow): number {
  const violations = outlook.at(-1)?.violations ?? [];
  const short = Number(violations.find(({ code }) => code === "tooFewAdults")?.params.short ?? 0);
  const alone = violations.find(({ code }) => code === "twoUnrelated");
  // Judged before one adult counted as too few, it may say of nobody that they are relatives.
  return Math.max(short, alone ? Math.max(1, leastAdults - Number(alone.params.adults ?? leastAdults)) : 0);
}

async function describe({ db, use }: ActivitiesContext, session: SessionRow): Promise<OpenDuty> {
  const [programme, home] = await Promise.all([findProgramme(db, session.programmeId), findHome(db, session.homeId)]);
  const { id: sessionId, programmeId, placePath, heldOn, startsAt, endsAt } = session;
  const homeName = (await use.directory.findVenue(home!.venueId))?.name ?? "";
  return { ...{ sessionId, programmeId, placePath, heldOn, startsAt, endsAt }, title: programme!.title, homeName, short: shortOf(session) };
}

/** Sessions ahead at or below a path with fewer vetted adults than they need. O(sessions ahead). */
export async function openDuties(ctx: ActivitiesContext, path: string): Promise<OpenDuty[]> {
  const rows = await everywhere(ctx.db, "children_activities_session", "another plugin asks where adults are missing; no child is named")
    .selectAll()
    .where("state", "in", ahead)
    .where("startsAt", ">", ctx.clock.now())
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .orderBy("startsAt")
    .orderBy("id")
    .execute();
  const open = [];
  for (const session of rows) if (shortOf(session) > 0) open.push(await describe(ctx, session));
  return open;
}

/** One session ahead, whether adults are missing or not; undefined when it has begun, was called off or is not there. */
export async function dutyAt(ctx: ActivitiesContext, sessionId: string): Promise<OpenDuty | undefined> {
  const session = await findSession(ctx.db, sessionId);
  return session && ahead.includes(session.state) && session.startsAt > ctx.clock.now() ? describe(ctx, session) : undefined;
}

/** When which adults have a duty that is not over. */
const dutiesAhead = (db: ActivitiesDb, now: string) =>
  db
    .selectFrom("children_activities_post as post")
    .innerJoin("children_activities_session as session", "session.id", "post.sessionId")
    .select(["post.adultId as adultId", "session.id as sessionId", "session.startsAt as startsAt", "session.endsAt as endsAt"])
    .where("post.state", "in", onDuty)
    .where("session.endsAt", ">", now)
    .where("session.state", "in", ["planned", "published", "open"])
    .execute();

/** Every duty of some adults that stands or was done, a row each, oldest first. */
const dutiesOfAdults = (db: ActivitiesDb, adultIds: readonly string[]) =>
  db
    .selectFrom("children_activities_post as post")
    .innerJoin("children_activities_session as session", "session.id", "post.sessionId")
    .select(["post.adultId as adultId", "session.id as sessionId", "session.homeId as homeId", "session.startsAt as startsAt"])
    .where("post.adultId", "in", ["none", ...adultIds])
    .where("post.state", "in", ["planned", "present", "left"])
    .where("session.state", "!=", "cancelled")
    .orderBy("session.startsAt")
    .orderBy("session.id")
    .execute();

/**
 * For each session, the people who could take a duty there: written down as adults at or above its place, vetted on its day, on no duty at that time; and which of them
 * were on duty at that home before. O(sessions × adults).
 */
export async function whoCould({ db, clock }: ActivitiesContext, sessionIds: readonly string[]): Promise<ReadonlyMap<string, WhoCould>> {
  const now = clock.now();
  const [adults, busy] = await Promise.all([allAdults(db), dutiesAhead(db, now)]);
  const ids = adults.map(({ id }) => id);
  const [facts, duties] = await Promise.all([adultFacts(db, ids), dutiesOfAdults(db, ids)]);
  const personOf = new Map(adults.map(({ id, personId }) => [id, personId]));
  const busyOf = groupBy(busy, ({ adultId }) => adultId);
  const found = new Map<string, WhoCould>();
  for (const sessionId of sessionIds) {
    const session = await findSession(db, sessionId);
    if (!session) continue;
    const could = adults.filter(
      ({ id, placePath }) =>
        session.placePath.startsWith(placePath) &&
        isTrained(facts.get(id)!, session.heldOn) &&
        vettingOn(facts.get(id)!.checks, session.heldOn, now) === "vetted" &&
        !(busyOf.get(id) ?? []).some(({ startsAt, endsAt }) => startsAt < session.endsAt && session.startsAt < endsAt),
    );
    const personIds = [...new Set(could.map(({ personId }) => personId))];
    const known = new Set(duties.filter(({ homeId, startsAt }) => homeId === session.homeId && startsAt <= now).map(({ adultId }) => personOf.get(adultId)!));
    found.set(sessionId, { personIds, knownTo: personIds.filter((id) => known.has(id)) });
  }
  return found;
}

/** When these people were or will be on duty, oldest first. */
export async function dutiesOf({ db }: ActivitiesContext, personIds: readonly string[]): Promise<KnownDuty[]> {
  const asked = new Set(personIds);
  const adults = (await allAdults(db)).filter(({ personId }) => asked.has(personId));
  const personOf = new Map(adults.map(({ id, personId }) => [id, personId]));
  const sessions = groupBy(await dutiesOfAdults(db, [...personOf.keys()]), ({ sessionId }) => sessionId);
  return [...sessions.values()].map((rows) => ({ startsAt: rows[0]!.startsAt, personIds: [...new Set(rows.map(({ adultId }) => personOf.get(adultId)!))] }));
}

/** Puts the person on duty as the adult they are at or above that place. Throws as takeDuty. */
export async function takeDutyAs(ctx: ActivitiesContext, sessionId: string, personId: string): Promise<string> {
  const session = await findSession(ctx.db, sessionId);
  const adult = (await adultsOfPerson(ctx.db, personId)).find(({ placePath }) => session?.placePath.startsWith(placePath));
  if (!adult) throw errors.adultUnknown({}, "body.personId");
  return takeDuty(ctx, sessionId, adult.id);
}

/** Is the duty suspended, so that somebody else is to have it? Not once its adult is vetted again. */
export const isSuspended = async ({ db }: ActivitiesContext, postId: string): Promise<boolean> => (await findPost(db, postId))?.state === "suspended";

/** The person cannot come after all; the session is judged anew. Throws postUnknown, postOver. */
export async function giveBackDutyAs(ctx: ActivitiesContext, sessionId: string, personId: string): Promise<void> {
  const own = new Set((await adultsOfPerson(ctx.db, personId)).map(({ id }) => id));
  const post = (await postsOf(ctx.db, [sessionId])).find(({ adultId, state }) => own.has(adultId) && onDuty.includes(state));
  if (!post) throw errors.postUnknown();
  await endDuty(ctx, post.id);
}
