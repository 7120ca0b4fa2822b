import { asksOfSessions } from "../ask-volunteers/ask.repository.js";
import type { BridgeContext } from "../plugin.js";

type Duty = Awaited<ReturnType<BridgeContext["use"]["childrenActivities"]["openDuties"]>>[number];
export interface Proposal {
  readonly duty: Duty;
  /** Whose turn it is first, first. */
  readonly personIds: readonly string[];
}

/**
 * Who of the rota would be at each session: vetted there on its day, free of both plugins' duties, not asked for it before, by whose turn it is over all they served. `seats`: as
 * many for each; as many as are missing when left out. O(sessions × people).
 */
export async function proposeFor({ db, use }: BridgeContext, duties: readonly Duty[], seats?: number): Promise<Proposal[]> {
  const sessionIds = duties.map(({ sessionId }) => sessionId);
  const [could, asks] = await Promise.all([use.childrenActivities.whoCould(sessionIds), asksOfSessions(db, sessionIds)]);
  const past = await use.childrenActivities.dutiesOf([...new Set([...could.values()].flatMap(({ personIds }) => personIds))]);
  const sessions = duties.map(({ sessionId, startsAt, endsAt, short }) => {
    const before = new Set(asks.filter((one) => one.sessionId === sessionId && one.state !== "closed").map(({ personId }) => personId));
    const { personIds, knownTo } = could.get(sessionId)!;
    const left = (ids: readonly string[]) => ids.filter((id) => !before.has(id));
    return { id: sessionId, startsAt, endsAt, seats: seats ?? short, personIds: left(personIds), knownTo: left(knownTo) };
  });
  const filled = await use.volunteerDays.planTurns({ sessions, past });
  return duties.map((duty, i) => ({ duty, personIds: filled[i]!.personIds }));
}
