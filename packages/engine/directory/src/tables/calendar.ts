import { col, table } from "@lianxin/plugin-kit";

/** When a person can usually come: weekday 1 (Monday) to 7, times in the community's zone. Nothing stored means any time. */
export const weeklyHours = table("directory_weekly_hours", {
  id: col.id(),
  personId: col.ref("directory_person"),
  weekday: col.int(),
  fromTime: col.text(),
  toTime: col.text(),
});

/** When a person cannot come; the kind is work, leave or away and never says more. */
export const busy = table("directory_busy", {
  id: col.id(),
  personId: col.ref("directory_person"),
  startsAt: col.instant(),
  endsAt: col.instant(),
  kind: col.text(),
});

/** A day that is off or worked against the week's rule, as announced for a year. */
export const holiday = table("directory_holiday", {
  id: col.id(),
  year: col.int(),
  day: col.date(),
  name: col.text().as("public"),
  isOffDay: col.bool(),
  /** Made up for an example or a rehearsal. */
  isFictional: col.bool(),
  source: col.text(),
});
