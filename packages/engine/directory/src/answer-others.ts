import { findSetting } from "./change-settings/setting.repository.js";
import type { Directory } from "./directory.js";
import { cardOf, findPerson, namesOf, peopleNamed } from "./find-person/person.repository.js";
import { peopleWithRole, rolesOf, whoAnswersFor } from "./give-role/role.repository.js";
import { calendarsOf } from "./keep-calendar/calendar.repository.js";
import { findOrganization, organizationCardOf, organizationNames } from "./keep-organizations/organization.repository.js";
import { findPlace, pathsOfPlaces, placeCardOf, placesAbove } from "./keep-places/place.repository.js";
import { placesIn } from "./keep-places/places-in.js";
import { findVenueRow, venueCards, venuesAt } from "./keep-venues/venue.repository.js";
import { findHolidays } from "./load-holidays/load-holidays.js";
import type { DirectoryContext } from "./plugin.js";
import { whichMatch } from "./read-words/match-words.js";
import { hasConsent } from "./record-consent/record-consent.js";
import { channelsOf, peopleReachedAt, phoneIndexesOf } from "./show-contact/channel.repository.js";

type Asked<K extends keyof Directory> = Pick<Directory, K>;

const aboutPeople = ({
  db,
  clock,
}: DirectoryContext): Asked<
  | "findPerson"
  | "namesOf"
  | "peopleNamed"
  | "peopleReachedAt"
  | "pathOf"
  | "channelsOf"
  | "phoneIndexesOf"
  | "calendarsOf"
  | "hasConsent"
  | "whichMatch"
  | "peopleWithRole"
  | "whoAnswersFor"
  | "rolesOf"
> => ({
  async findPerson(id) {
    const row = await findPerson(db, id);
    return row && cardOf(row);
  },
  namesOf: (ids) => namesOf(db, ids),
  peopleNamed: (names, path) => peopleNamed(db, names, path),
  peopleReachedAt: (indexes) => peopleReachedAt(db, indexes),
  pathOf: async (id) => (await findPerson(db, id))?.placePath,
  channelsOf: (id) => channelsOf(db, id),
  phoneIndexesOf: (id) => phoneIndexesOf(db, id),
  calendarsOf: (ids, from, to) => calendarsOf(db, ids, from, to),
  whichMatch: async (words, texts) => whichMatch(words, texts),
  hasConsent: (id, purpose) => hasConsent(db, id, purpose),
  peopleWithRole: (kind, path, on = clock.today()) => peopleWithRole(db, kind, path, on),
  whoAnswersFor: (kind, path, on = clock.today()) => whoAnswersFor(db, kind, path, on),
  rolesOf: (id, on = clock.today()) => rolesOf(db, id, on),
});

const aboutPlaces = ({
  db,
}: DirectoryContext): Asked<
  "findPlace" | "pathsOfPlaces" | "placeAt" | "placesIn" | "findOrganization" | "organizationNames" | "venuesAt" | "findVenue" | "holidays" | "community"
> => ({
  async findPlace(id) {
    const row = await findPlace(db, id);
    return row && placeCardOf(row);
  },
  pathsOfPlaces: (ids) => pathsOfPlaces(db, ids),
  async placeAt(path) {
    const row = (await placesAbove(db, path)).find((place) => place.placePath === path);
    return row && placeCardOf(row);
  },
  placesIn: (scope) => placesIn(db, scope),
  async findOrganization(id) {
    const row = await findOrganization(db, id);
    return row && organizationCardOf(row);
  },
  organizationNames: (ids) => organizationNames(db, ids),
  venuesAt: (path) => venuesAt(db, path),
  async findVenue(id) {
    const row = await findVenueRow(db, id);
    return row && (await venueCards(db, [row]))[0];
  },
  holidays: (years) => findHolidays(db, years),
  async community() {
    const row = await findSetting(db);
    return row && { name: row.communityName, placeId: row.placeId, path: row.placePath, officePhone: row.officePhone };
  },
});

/** What the directory provides to other plugins, on their own connection. */
export const answerOthers = (ctx: DirectoryContext): Directory => ({ ...aboutPeople(ctx), ...aboutPlaces(ctx) });
