import { col, table } from "@lianxin/plugin-kit";

/** A list of people that was brought in, so that it can be taken back as one. */
export const importBatch = table("volunteer_days_import", {
  id: col.id(),
  placePath: col.place(),
  /** "signUps" of a day, or "rota" of a series. */
  kind: col.text(),
  dayId: col.ref("volunteer_days_day").nullable(),
  seriesId: col.ref("volunteer_days_series").nullable(),
  fileName: col.text(),
  added: col.int(),
  changed: col.int(),
  importedAt: col.instant(),
  importedById: col.ref("directory_person").nullable(),
  undoneAt: col.instant().nullable(),
});

/** What a line of a list did. */
export const importLine = table("volunteer_days_import_line", {
  id: col.id(),
  importId: col.ref("volunteer_days_import"),
  line: col.int(),
  volunteerId: col.ref("volunteer_days_volunteer"),
  signUpId: col.ref("volunteer_days_sign_up").nullable(),
  /** added, changed; then undone, or kept because it was changed or used since. */
  deed: col.text(),
  /** The volunteer was made by this line. */
  isNew: col.bool(),
  /** The line had no number: by their name alone they are known again. Null: brought before that was kept. */
  isNumberless: col.bool().nullable(),
  /** JSON of what stood of them on the rota before and after the line; of who had left it, when, before. */
  before: col.text().about("volunteerId").nullable(),
  after: col.text().about("volunteerId").nullable(),
});
