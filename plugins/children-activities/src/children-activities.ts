/** An adult asked to be at a session by another plugin, for a bridge. */
export interface NewDuty {
  readonly sessionId: string;
  readonly personId: string;
}
export interface OpenDuty {
  readonly sessionId: string;
  readonly placePath: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** How many vetted adults are still to be found. */
  readonly short: number;
}

/** What others may ask: where adults are missing, and to put a vetted one there. No child is ever named. */
export interface ChildrenActivities {
  /** Sessions ahead at or below a path that have too few adults. */
  openDuties(path: string): Promise<readonly OpenDuty[]>;
  /** Puts a vetted adult on duty; refused as for anybody else when they are not vetted on that day. Gives the duty's id; the same again gives the same. */
  takeDuty(duty: NewDuty): Promise<string>;
}
