/** A calendar date `2026-09-09` in the zone of the problem. */
export type DateText = string;
/** A moment: `2026-09-09T15:00` (local to the problem's zone), or with `Z` / `+08:00` behind it. */
export type MomentText = string;
/** From–to within a day, `["08:30", "12:00"]`; `"24:00"` ends a day. */
export type Span = readonly [string, string];

/** Half-open stretch of time; it takes up every 15-minute grain it touches. */
export interface Interval {
  readonly from: MomentText;
  readonly to: MomentText;
}

/** Hours by weekday (1 = Monday … 7 = Sunday). A weekday that is not listed is closed. */
export interface WeeklyHours {
  readonly days: Readonly<Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly Span[]>>>;
  /** On an off day of the holiday table; Sunday's hours when not given. */
  readonly holiday?: readonly Span[];
  /** On a weekend day worked instead (调休上班日); Monday's hours when not given. */
  readonly makeUp?: readonly Span[];
}

/** One year of public holidays and make-up workdays, in the form in which it is published each November. */
export interface HolidayYear {
  readonly year: number;
  readonly days: readonly { readonly date: DateText; readonly isOffDay: boolean; readonly name: string }[];
}

export interface Horizon {
  readonly start: DateText;
  readonly days: number;
  /** Name of the zone, for the reader; default `Asia/Shanghai`. Only zones without daylight saving can be planned in. */
  readonly zone?: string;
  /** Minutes east of UTC; default 480. */
  readonly offsetMinutes?: number;
  /** The part of each day that may be planned; default 00:00–24:00. A narrower day makes every search faster. */
  readonly from?: string;
  readonly to?: string;
}

export interface Person {
  readonly id: string;
  readonly roles?: readonly string[];
  /** Hours in which the person can be asked to meet; none given = at any time. */
  readonly hours?: WeeklyHours;
  readonly busy?: readonly Interval[];
  readonly leave?: readonly Interval[];
  /** Not confirmed: the person is counted as absent, and the reason says so. */
  readonly tentative?: readonly Interval[];
}

export interface Venue {
  readonly id: string;
  /** Seats; none given = any number. */
  readonly seats?: number;
  readonly equipment?: readonly string[];
  readonly site?: string;
  readonly hours?: WeeklyHours;
  readonly busy?: readonly Interval[];
  readonly closures?: readonly Interval[];
  /** Minutes that must lie between two bookings. */
  readonly bufferMinutes?: number;
}

export interface RoleNeed {
  readonly id: string;
  /** How many holders must be there; default 1. */
  readonly need?: number;
  /** The holders; not given = everyone whose `roles` names this id. */
  readonly anyOf?: readonly string[];
}

export interface QuorumNeed {
  readonly id: string;
  readonly of: readonly string[];
  /** `[2, 3]` of the members; exact integers, never a floating fraction. */
  readonly atLeast: readonly [number, number];
  /** `gte` (default): 2/3 of 21 is 14. `gt`: more than 1/2 of 20 is 11. */
  readonly op?: "gte" | "gt";
}

export interface Notice {
  readonly n: number;
  readonly basis: "calendar" | "working";
  /** `clear`: n whole days lie between posting and meeting. `back`: counted back from the meeting's day. */
  readonly count: "clear" | "back";
}

/** Where a disturbed day goes; `sameWeekdayNextWeek` only for the nth weekday, since a day of the month that is a Sunday stays one. */
export type HolidayShift = "skip" | "next" | "previous" | "sameWeekdayNextWeek";

/** Every month: the nth weekday (`nth` −1 = last) or a day of the month. */
export interface MonthlySeries {
  readonly on: { readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7; readonly nth: 1 | 2 | 3 | 4 | 5 | -1 } | { readonly day: number };
  readonly shift: HolidayShift;
  /** Fixed time of day; not given = any legal time of that day. */
  readonly at?: string;
}

export interface Pin {
  readonly start: MomentText;
  readonly venue?: string;
}

export interface Meeting {
  readonly id: string;
  readonly minutes: number;
  readonly required?: readonly string[];
  readonly roles?: readonly RoleNeed[];
  readonly quorums?: readonly QuorumNeed[];
  /** Whole weights ≥ 1; default 1. */
  readonly preferred?: readonly { readonly person: string; readonly weight?: number }[];
  readonly seats?: number;
  readonly equipment?: readonly string[];
  readonly sites?: readonly string[];
  /** Only these venues. */
  readonly venues?: readonly string[];
  /** Held without a venue (by telephone, on the spot). */
  readonly noVenue?: boolean;
  /** Hours in which this kind of meeting is held. */
  readonly hours?: WeeklyHours;
  readonly workingDaysOnly?: boolean;
  /** Starts only at multiples of these minutes after midnight; default 15. */
  readonly startEvery?: number;
  readonly notice?: Notice;
  readonly notBefore?: DateText | MomentText;
  /** The meeting has ended by then (a date: by the end of that day). */
  readonly deadline?: DateText | MomentText;
  /** 1 (default) … 9, the larger the more it hurts to leave it unplaced. */
  readonly priority?: number;
  readonly series?: MonthlySeries;
  readonly pinned?: Pin;
  readonly after?: readonly { readonly meeting: string; readonly gapMinutes?: number }[];
}

export interface Problem {
  readonly horizon: Horizon;
  /** The earliest day on which a notice can be posted; not given = notices bind no slot. */
  readonly postFrom?: DateText;
  readonly holidays?: readonly HolidayYear[];
  /** The whole community is closed. */
  readonly closures?: readonly Interval[];
  readonly people: readonly Person[];
  readonly venues: readonly Venue[];
  readonly meetings: readonly Meeting[];
  readonly objective?: Objective;
}

export type Level = "hard" | "medium" | "soft";

/** What can be counted against a plan; `README.md` says how each is counted and in which unit. */
export type TermName =
  | "unplaced"
  | "roomClash"
  | "requiredClash"
  | "seatsShort"
  | "crossesDayEnd"
  | "beyondHorizon"
  | "roleMissing"
  | "quorumShort"
  | "orderBroken"
  | "notAllowed"
  | "requiredPreferredClash"
  | "preferredClash"
  | "preferredAbsent"
  | "quorumMargin"
  | "finishEarly"
  | "noBreak"
  | "overlap"
  | "largerRoomFirst"
  | "roomWaste"
  | "roomStability"
  | "restDay"
  | "moved";

/** Three levels compared in order, never summed into one number. A term that is not listed is not counted. */
export type Objective = readonly { readonly term: TermName; readonly level: Level; readonly weight: number }[];

/** A placed meeting. `start` and `end` carry the zone's offset: `2026-09-09T15:00+08:00`. */
export interface Assignment {
  readonly meeting: string;
  readonly start: MomentText;
  readonly end: MomentText;
  readonly venue?: string;
}
