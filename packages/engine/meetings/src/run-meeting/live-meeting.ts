import { emptyFloor, type Floor } from "../take-turns/floor.js";
import type { Stance } from "../words.js";

/** From when to when somebody was in the room; `to` is null while they are. */
export interface Stay {
  readonly from: string;
  readonly to: string | null;
}
export interface LiveVote {
  readonly at: string;
  readonly attending: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}
/** Somebody against deciding without a vote; it is kept with what was answered. */
export interface LiveObjection {
  readonly id: string;
  readonly inviteeId: string;
  readonly reason: string;
  readonly answer: string | null;
  readonly isWithdrawn: boolean;
}
export interface LiveMotion {
  readonly id: string;
  readonly itemId: string;
  readonly text: string;
  readonly vote: LiveVote | null;
  /** Who steps aside (回避) for this motion, with the reason. */
  readonly recused: readonly { readonly inviteeId: string; readonly reason: string }[];
  readonly objections: readonly LiveObjection[];
  /** Why it was withdrawn before a vote, or its decision revoked; null when it was not. */
  readonly withdrawn: string | null;
}
/** What a party says to an item; a later word of the same party takes the place of the earlier one, which stays in the log. */
export interface LivePosition {
  readonly itemId: string;
  readonly partyName: string;
  readonly stance: Stance;
  readonly words: string;
}
/** What somebody said at an evening talk, with what was answered on the spot. */
export interface LiveRemark {
  readonly id: string;
  readonly itemId: string;
  /** Null when nobody's name was written down. */
  readonly inviteeId: string | null;
  readonly words: string;
  readonly answer: string | null;
}
/** The state of a meeting as its commands left it. */
export interface LiveMeeting {
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly currentItemId: string | null;
  /** By invitee, oldest stay first. */
  readonly stays: ReadonlyMap<string, readonly Stay[]>;
  readonly motions: readonly LiveMotion[];
  readonly floor: Floor;
  readonly positions: readonly LivePosition[];
  readonly remarks: readonly LiveRemark[];
}

export const beforeAnything: LiveMeeting = {
  openedAt: null,
  closedAt: null,
  currentItemId: null,
  stays: new Map(),
  motions: [],
  floor: emptyFloor,
  positions: [],
  remarks: [],
};

const isIn = (stays: readonly Stay[] | undefined): boolean => stays?.at(-1)?.to === null;
export const isThere = (live: LiveMeeting, inviteeId: string): boolean => isIn(live.stays.get(inviteeId));

/** Who of these is in the room now. */
export const whoIsThere = <I extends { readonly id: string }>(live: LiveMeeting, invitees: readonly I[]): I[] => invitees.filter(({ id }) => isThere(live, id));
