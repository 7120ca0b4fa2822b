/** A meeting of another plugin that is to be filled by whose turn it is. Instants in UTC. */
export interface TurnSession {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly seats: number;
  /** People of the directory who may be there, by that plugin's own rules. */
  readonly personIds: readonly string[];
  /** Those of them who know the place. */
  readonly knownTo: readonly string[];
}
export interface PastTurn {
  readonly startsAt: string;
  readonly personIds: readonly string[];
}
export interface TurnsAsked {
  /** In the order of their beginnings. */
  readonly sessions: readonly TurnSession[];
  /** Who served there before, oldest first; days of volunteers are counted beside. */
  readonly past: readonly PastTurn[];
}
export interface FilledSession {
  readonly sessionId: string;
  /** Whose turn it is first, first. */
  readonly personIds: readonly string[];
}

/** What others may ask of the rota. */
export interface VolunteerDays {
  /**
   * Fills sessions from those who said yes to the rota, are adults, and have no place at that time: the line of turns over what they served here and there. Nobody is placed
   * twice at once. O(sessions × people).
   */
  planTurns(asked: TurnsAsked): Promise<readonly FilledSession[]>;
  /** Which of these people said yes to the rota as adults. */
  onRota(personIds: readonly string[]): Promise<readonly string[]>;
  /** When a message about something that begins then may be sent: not at night, unless the morning would be too late. */
  sendingTime(startsAt: string): string;
}
