import { planDay } from "./plan-day.js";
import type { PlannedDay, Rota, RotaProblem } from "./rota-problem.js";
import type { Session } from "./turns.js";

function spreadOf(ids: readonly string[], sessions: readonly Session[]): readonly [number, number] {
  const counts = new Map(ids.map((id) => [id, 0]));
  for (const { placements } of sessions) for (const { personId } of placements) if (counts.has(personId)) counts.set(personId, counts.get(personId)! + 1);
  return ids.length === 0 ? [0, 0] : [Math.min(...counts.values()), Math.max(...counts.values())];
}

/** Fills one session after another, each with the turns the ones before leave. O(sessions) plans of a session. */
export function planRota({ people, past, days }: RotaProblem): Rota {
  const sessions = [...past];
  const planned: PlannedDay[] = [];
  for (const day of days) {
    const filled = planDay(people, sessions, day);
    planned.push(filled);
    sessions.push({ placements: [...day.held, ...filled.placements] });
  }
  const ids = people.map(({ id }) => id);
  return { days: planned, spread: { before: spreadOf(ids, past), after: spreadOf(ids, sessions) } };
}
