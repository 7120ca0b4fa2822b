import { busy, holiday, weeklyHours } from "./calendar.js";
import { importBatch, importRow } from "./import.js";
import { organization, organizationName, role } from "./organization.js";
import { alias, channel, merge, person } from "./person.js";
import { coverage, place } from "./place.js";
import { accountLink, consent, proxy, setting } from "./standing.js";
import { closure, opening, venue } from "./venue.js";

/** Every table of the directory. */
export const tables = {
  place,
  coverage,
  person,
  alias,
  merge,
  channel,
  organization,
  organizationName,
  role,
  venue,
  opening,
  closure,
  consent,
  proxy,
  accountLink,
  setting,
  weeklyHours,
  busy,
  holiday,
  importBatch,
  importRow,
};
