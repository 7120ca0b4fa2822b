/** Somebody who is to be at a session as an adult. */
export interface NewDuty {
  readonly sessionId: string;
  readonly personId: string;
}
/** A session ahead, as it is told to who might come; no child is ever named. Instants in UTC. */
export interface OpenDuty {
  readonly sessionId: string;
  readonly programmeId: string;
  readonly placePath: string;
  readonly title: string;
  readonly homeName: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** How many vetted adults are still to be found. */
  readonly short: number;
}
export interface WhoCould {
  readonly personIds: readonly string[];
  /** Those of them who were on duty at that home before. */
  readonly knownTo: readonly string[];
}
/** A session and those of the people asked for who were, are or will be on duty there. */
export interface KnownDuty {
  readonly startsAt: string;
  readonly personIds: readonly string[];
}

/** What others may ask: where adults are missing, who could come, and to put a vetted one there. */
export interface ChildrenActivities {
  /** Sessions ahead at or below a path that have too few adults, soonest first. */
  openDuties(path: string): Promise<readonly OpenDuty[]>;
  /** A session ahead whatever it lacks; undefined when it has begun or was called off. */
  dutyAt(sessionId: string): Promise<OpenDuty | undefined>;
  /** Who is vetted for each session on its day and on no duty at that time; an entry for each session there is. O(sessions × adults). */
  whoCould(sessionIds: readonly string[]): Promise<ReadonlyMap<string, WhoCould>>;
  /** When these people were or will be on duty, oldest first, so that whose turn it is can be told. O(their duties). */
  dutiesOf(personIds: readonly string[]): Promise<readonly KnownDuty[]>;
  /** Puts a vetted adult on duty; refused as for anybody else when they are not vetted on that day. Gives the duty's id; the same again gives the same. */
  takeDuty(duty: NewDuty): Promise<string>;
  /** Does this duty wait for somebody else still, since who had it is not vetted? */
  isSuspended(postId: string): Promise<boolean>;
  /** They cannot come after all; refused once they are there. The session is judged anew. */
  giveBackDuty(duty: NewDuty): Promise<void>;
}
