/** A person named in a calendar file. */
export interface CalendarPerson {
  readonly name: string;
  readonly mail: string;
}

/** Someone invited: `required` votes or must come, `optional` may come, `chair` leads, `informed` only receives it. */
export interface CalendarAttendee extends CalendarPerson {
  readonly role: "chair" | "required" | "optional" | "informed";
  /** Whether an answer is asked for. */
  readonly rsvp: boolean;
}

/** One meeting or activity as a calendar shows it. Instants are UTC ISO text (`2026-09-09T07:00:00Z`); the zone is where it happens. */
export interface CalendarEvent {
  /** The same for every version of this event, for ever. */
  readonly uid: string;
  /** 0 at first, one more at each change of time, place or state. */
  readonly sequence: number;
  readonly startsAt: string;
  readonly endsAt: string;
  /** IANA name; written as TZID with its VTIMEZONE, or as UTC when it is `UTC`. */
  readonly zone: string;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  readonly organizer?: CalendarPerson;
  readonly attendees: readonly CalendarAttendee[];
  readonly url?: string;
  readonly reminderMinutes?: number;
  readonly isCancelled?: boolean;
  /** Not settled yet: shown as such, and rung for by no alarm. */
  readonly isTentative?: boolean;
}

/** A calendar message (RFC 5546): REQUEST invites or changes, CANCEL withdraws, PUBLISH only tells. */
export interface Invitation extends CalendarEvent {
  readonly method: "REQUEST" | "CANCEL" | "PUBLISH";
  /** When this version was written (DTSTAMP), UTC ISO text. */
  readonly stamp: string;
}

/** A calendar that others subscribe to (webcal). */
export interface CalendarFeed {
  readonly name: string;
  readonly stamp: string;
  readonly events: readonly CalendarEvent[];
}
