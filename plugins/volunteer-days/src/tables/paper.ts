import { col, table } from "@lianxin/plugin-kit";

/** Trouble seen on a day, with the matter it became. */
export const hazard = table("volunteer_days_hazard", {
  id: col.id(),
  dayId: col.ref("volunteer_days_day"),
  siteId: col.ref("volunteer_days_site"),
  title: col.text(),
  matterId: col.ref("matters_matter"),
  matterNumber: col.text(),
  createdAt: col.instant(),
  createdById: col.ref("directory_person").nullable(),
});

/** A certificate of hours as it was printed: what it says is signed, so that it can be proved on paper alone. */
export const certificate = table("volunteer_days_certificate", {
  id: col.id(),
  placePath: col.place(),
  volunteerId: col.ref("volunteer_days_volunteer"),
  /** "2026-0007", counted in each year of a community. */
  number: col.text(),
  fromOn: col.date(),
  toOn: col.date(),
  minutes: col.int(),
  /** The signed text, and its signature. */
  sealed: col.text().about("volunteerId"),
  signature: col.text(),
  issuedOn: col.date(),
  issuedAt: col.instant(),
  issuedById: col.ref("directory_person").nullable(),
});

/** The last number of a year's certificates in a community. */
export const certificateCounter = table("volunteer_days_certificate_counter", { id: col.id(), last: col.int() });
