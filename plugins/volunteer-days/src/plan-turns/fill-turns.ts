import { planDay } from "../plan-rota/plan-day.js";
import type { Session } from "../plan-rota/turns.js";
import type { FilledSession, PastTurn, TurnSession } from "../volunteer-days.js";

export interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}
/** Somebody on the rota with the times at which they have a place. */
export interface TurnPerson {
  readonly id: string;
  readonly busy: readonly Span[];
}
const overlaps = (one: Span, other: Span): boolean => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/**
 * The rota's engine for sessions of others: each session is a site of its own, so that nobody is kept away from where they were last time (children are better off with a
 * face they know). O(sessions × people).
 */
export function fillTurns(people: readonly TurnPerson[], past: readonly PastTurn[], sessions: readonly TurnSession[]): FilledSession[] {
  const served: Session[] = [...past]
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
    .map(({ startsAt, personIds }) => ({ placements: personIds.map((personId) => ({ personId, siteId: startsAt })) }));
  const busy = new Map(people.map(({ id, busy: spans }) => [id, [...spans]]));
  return sessions.map((session) => {
    const may = new Set(session.personIds);
    const awayIds = new Set(people.filter(({ id }) => !may.has(id) || busy.get(id)!.some((span) => overlaps(span, session))).map(({ id }) => id));
    const known = new Set(session.knownTo);
    const post = { id: session.id, siteId: session.id, kind: "member" as const, least: 0, most: session.seats, isAdultsOnly: true, skill: null };
    const { placements } = planDay(
      people.map(({ id }) => ({ id, mayLead: false, isAdult: true, skills: [], knownSiteIds: known.has(id) ? [session.id] : [] })),
      served,
      { dayId: session.id, posts: [post], awayIds, held: [], heldNext: [] },
    );
    const personIds = [...placements].sort((a, b) => a.because.turn - b.because.turn).map(({ personId }) => personId);
    for (const id of personIds) busy.get(id)!.push(session);
    served.push({ placements });
    return { sessionId: session.id, personIds };
  });
}
