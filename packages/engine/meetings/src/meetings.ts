/** The stages of a meeting; keep-state/machines.ts says which may follow which. */
export type MeetingState = "draft" | "noticed" | "checking_in" | "in_session" | "inquorate" | "minutes_draft" | "minutes_confirmed" | "published" | "cancelled";
export type SeatKind = "voting" | "non_voting" | "observer";

/** What anyone may be told of a meeting: no names of those who come, no contact data. */
export interface MeetingCard {
  readonly id: string;
  /** "〔2026〕第 9 次"; null until it is announced. */
  readonly number: string | null;
  readonly title: string;
  readonly type: string;
  readonly state: MeetingState;
  readonly placePath: string;
  /** UTC; null while no time is chosen. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly venueName: string | null;
}

/** What other plugins ask of meetings, as `use.meetings`. */
export interface Meetings {
  findMeeting(id: string): Promise<MeetingCard | undefined>;
  /** Announced meetings at or below a path that have not begun by an instant, next first. */
  upcomingAt(path: string, from: string): Promise<readonly MeetingCard[]>;
}
