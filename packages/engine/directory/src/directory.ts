import type { Classified, Scope } from "@lianxin/plugin-kit";
import type { BusyKind, ChannelKind, OrganizationKind, PlaceKind, RoleKind, VenueKind } from "./words.js";

export interface PersonCard {
  /** The id to keep: of the kept record when this one was merged. */
  readonly id: string;
  readonly fullName: string;
  readonly distinction: string | null;
  readonly placeId: string;
  readonly placePath: string;
}
export interface PlaceCard {
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly scheme: string;
  readonly parentId: string | null;
  readonly path: string;
  readonly households: number | null;
}
/** A place to choose from a list. */
export interface PlaceChoice {
  readonly id: string;
  /** As told without the tree around it: "和平苑 3栋". */
  readonly name: string;
  readonly kind: PlaceKind;
  readonly path: string;
  /** How many of the listed places it lies in. */
  readonly depth: number;
}
export interface OrganizationCard {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly placePath: string;
}
export interface ChannelCard {
  readonly kind: ChannelKind;
  readonly address: Classified<string>;
  readonly isVerified: boolean;
  readonly isPreferred: boolean;
}
/** A weekly span: weekday 1 (Monday) to 7, times "08:30" in the community's zone. */
export interface WeeklySpan {
  readonly weekday: number;
  readonly fromTime: string;
  readonly toTime: string;
}
export interface BusySpan {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly kind: BusyKind;
}
/** No weekly span means that any time suits, as far as is known. */
export interface PersonCalendar {
  readonly weekly: readonly WeeklySpan[];
  readonly busy: readonly BusySpan[];
}
export interface VenueCard {
  readonly id: string;
  readonly name: string;
  readonly kind: VenueKind;
  readonly placePath: string;
  readonly seats: number;
  readonly equipment: readonly string[];
  /** Empty means open at any time. */
  readonly openings: readonly WeeklySpan[];
  readonly closures: readonly { readonly fromOn: string; readonly toOn: string; readonly reason: string }[];
}
export interface HolidayDay {
  readonly day: string;
  readonly name: string;
  readonly isOffDay: boolean;
  readonly isFictional: boolean;
}
export interface Holidays {
  readonly days: readonly HolidayDay[];
  /** Years asked for that are not loaded: no working-day deadline may be computed in them. */
  readonly missingYears: readonly number[];
}
export interface RoleHolder {
  readonly personId: string;
  readonly kind: RoleKind;
  readonly title: string;
  readonly placeId: string;
  readonly placePath: string;
  readonly organizationId: string | null;
}

/** What other plugins ask of the directory, as `use.directory`. Ids of merged records are followed to the kept one. */
export interface Directory {
  findPerson(id: string): Promise<PersonCard | undefined>;
  /** Names by the ids asked for; an id nobody has is missing from the map. */
  namesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Ids of people at or below a path by their full names, as written; a name of several people has several. One query. */
  peopleNamed(names: readonly string[], path: string): Promise<ReadonlyMap<string, readonly string[]>>;
  /**
   * Ids of people by the keyed hashes (`blind`) of their addresses, of addresses alone that somebody vouched for or that were proved: whoever keeps the
   * register could have put any number there. One query.
   */
  peopleReachedAt(addressIndexes: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  pathOf(personId: string): Promise<string | undefined>;
  findPlace(id: string): Promise<PlaceCard | undefined>;
  /** Paths by the ids of places; an id that is none is missing from the map. One query. */
  pathsOfPlaces(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  placeAt(path: string): Promise<PlaceCard | undefined>;
  /** The open places of a reader to choose from, in the order people read them: each below its parent, brothers by number. One query. */
  placesIn(scope: Scope): Promise<readonly PlaceChoice[]>;
  findOrganization(id: string): Promise<OrganizationCard | undefined>;
  organizationNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Sealed addresses, the preferred one first. */
  channelsOf(personId: string): Promise<readonly ChannelCard[]>;
  /** Keyed hashes (`ctx.blind`) of the phones of a person that were proved or vouched for: who gave one of them elsewhere, under the same name, is that person. */
  phoneIndexesOf(personId: string): Promise<readonly string[]>;
  /** Calendars between two instants, one entry for each person asked for. */
  calendarsOf(personIds: readonly string[], from: string, to: string): Promise<ReadonlyMap<string, PersonCalendar>>;
  /** Open venues at or below a path. */
  venuesAt(path: string): Promise<readonly VenueCard[]>;
  findVenue(id: string): Promise<VenueCard | undefined>;
  holidays(years: readonly number[]): Promise<Holidays>;
  /** Who holds a role at or below a path on a day (today when none is given). */
  peopleWithRole(kind: RoleKind, path: string, on?: string): Promise<readonly RoleHolder[]>;
  /** Who answers for a path: holders at the nearest place at or above it. */
  whoAnswersFor(kind: RoleKind, path: string, on?: string): Promise<readonly RoleHolder[]>;
  rolesOf(personId: string, on?: string): Promise<readonly RoleHolder[]>;
  /** Which of these texts hold the words, or have them among their pinyin initials: their places in the list. */
  whichMatch(words: string, texts: readonly string[]): Promise<readonly number[]>;
  hasConsent(personId: string, purpose: string): Promise<boolean>;
  /** The community this installation serves; undefined before the first set-up. */
  community(): Promise<{ readonly name: string; readonly placeId: string; readonly path: string; readonly officePhone: string | null } | undefined>;
}
