import type { ImportKindName } from "../import-kinds.js";
import type { ImportKind } from "../import-plan.js";
import { calendarsImport, hoursImport } from "./calendars.js";
import { holidaysImport } from "./holidays.js";
import { organizationsImport } from "./organizations.js";
import { peopleImport } from "./people.js";
import { placesImport } from "./places.js";
import { venuesImport } from "./venues.js";

/** What each kind of file means. */
export const kinds: Readonly<Record<ImportKindName, ImportKind<any>>> = {
  people: peopleImport,
  places: placesImport,
  organizations: organizationsImport,
  venues: venuesImport,
  calendars: calendarsImport,
  hours: hoursImport,
  holidays: holidaysImport,
};
