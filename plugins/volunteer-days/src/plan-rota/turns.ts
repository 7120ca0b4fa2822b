/** One session as it was: who served at which site. */
export interface Session {
  readonly placements: readonly { readonly personId: string; readonly siteId: string }[];
}

/**
 * Whose turn it is, first in line first: at each session those who served went to the end, in the order they stood in. Who was left out, or could not
 * come, kept their place, so that they come first. Over any stretch of sessions two who could always come served equally often or once apart.
 * O(sessions · ids).
 */
export function orderTurns(ids: readonly string[], sessions: readonly ReadonlySet<string>[]): string[] {
  let line = [...ids];
  for (const served of sessions) line = [...line.filter((id) => !served.has(id)), ...line.filter((id) => served.has(id))];
  return line;
}

export const turnsOfPeople = (ids: readonly string[], sessions: readonly Session[]): string[] =>
  orderTurns(
    ids,
    sessions.map(({ placements }) => new Set(placements.map(({ personId }) => personId))),
  );

/** The same for sites: one that was skipped has its turn first. */
export const turnsOfSites = (ids: readonly string[], sessions: readonly Session[]): string[] =>
  orderTurns(
    ids,
    sessions.map(({ placements }) => new Set(placements.map(({ siteId }) => siteId))),
  );
