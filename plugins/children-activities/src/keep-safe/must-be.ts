import { errors } from "../errors.js";
import { vettingOn } from "../judge-safety/is-vetted.js";
import { law } from "../judge-safety/law.js";
import { findHome } from "../keep-homes/home.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { addMinutes } from "../tell-time/tell-time.js";
import { adultFacts, adultsOfPerson, checksByPerson } from "../vet-adults/adult.repository.js";
import { attendancesOf, postsOf, type SessionRow } from "./session.repository.js";

/** So many minutes before the start those on duty may look at the list, adults are marked as there, and doors may open. */
const minutesBefore = 60;
export const comesFrom = ({ startsAt }: Pick<SessionRow, "startsAt">): string => addMinutes(startsAt, -minutesBefore);

export const isDirector = async ({ db, actor }: ActivitiesContext, homeId: string): Promise<boolean> =>
  actor.personId !== null && (await findHome(db, homeId))?.directorId === actor.personId;

/** Children's data are kept by the home's director alone, whatever role anybody else has. Throws directorOnly. */
export async function mustDirect(ctx: ActivitiesContext, homeId: string): Promise<void> {
  if (!(await isDirector(ctx, homeId))) throw errors.directorOnly();
}

/** Does a session want its adults now: from an hour before until some hours after it, and as long as a child is there? One nobody opened or closed ends all the same. */
async function isOn({ db, clock }: ActivitiesContext, session: SessionRow): Promise<boolean> {
  const isOpen = session.state === "open";
  if (!isOpen && (session.state !== "published" || clock.now() < comesFrom(session))) return false;
  if (clock.now() <= addMinutes(session.endsAt, law.leadMinutes.value)) return true;
  return isOpen && (await attendancesOf(db, [session.id])).some(({ state }) => state === "present");
}

/** The duty of the actor at a session, while it lasts, vetted on that day and now. */
async function dutyOf(ctx: ActivitiesContext, session: SessionRow): Promise<boolean> {
  const { db, actor, clock } = ctx;
  if (actor.personId === null || !(await isOn(ctx, session))) return false;
  const own = new Set((await adultsOfPerson(db, actor.personId)).map(({ id }) => id));
  const posts = (await postsOf(db, [session.id])).filter(({ adultId, state }) => own.has(adultId) && (state === "planned" || state === "present"));
  const facts = await adultFacts(
    db,
    posts.map(({ adultId }) => adultId),
  );
  return [...facts.values()].some(({ checks }) => [session.heldOn, clock.today()].every((on) => vettingOn(checks, on, clock.now()) === "vetted"));
}

/** Does a check of the actor's own hold on the session's day, wherever it was written down? */
export async function isCleared({ db, actor, clock }: ActivitiesContext, { heldOn }: SessionRow): Promise<boolean> {
  if (actor.personId === null) return false;
  const checks = (await checksByPerson(db, [actor.personId])).get(actor.personId) ?? [];
  return vettingOn(checks, heldOn, clock.now()) === "vetted";
}

/** Nobody opens the doors or takes a child in whose own check does not hold, the home's director neither; who is there already may always be sent home. Throws leaderNotVetted. */
export async function mustBeCleared(ctx: ActivitiesContext, session: SessionRow): Promise<void> {
  if (!(await isCleared(ctx, session))) throw errors.leaderNotVetted();
}

/** Whoever leads a session, and nobody else by any role: its home's director, or a vetted adult on duty there and then. */
export const leads = async (ctx: ActivitiesContext, session: SessionRow): Promise<boolean> => (await isDirector(ctx, session.homeId)) || dutyOf(ctx, session);

/** Throws leadersOnly. */
export async function mustLead(ctx: ActivitiesContext, session: SessionRow): Promise<void> {
  if (!(await leads(ctx, session))) throw errors.leadersOnly();
}
