import { col, table } from "@lianxin/plugin-kit";
import type { SeriesRule } from "../keep-series/series-rule.js";

/** Meetings of a body that come again every week or month. */
export const series = table("meetings_series", {
  id: col.id(),
  placePath: col.place(),
  bodyId: col.ref("meetings_body"),
  title: col.text(),
  type: col.text(),
  rule: col.json<SeriesRule>(),
  /** "14:30" in the community's zone. */
  startsAt: col.text(),
  minutes: col.int(),
  placeText: col.text(),
  fromOn: col.date(),
  untilOn: col.date().nullable(),
  createdById: col.ref("directory_person").nullable(),
  createdAt: col.instant(),
});

/** What differs from the rule on one date, or the meeting that was made of it. An occurrence is its original date, whatever becomes of it. */
export const occurrence = table("meetings_occurrence", {
  id: col.id(),
  seriesId: col.ref("meetings_series"),
  plannedOn: col.date(),
  movedTo: col.date().nullable(),
  cancelReason: col.text().nullable(),
  meetingId: col.ref("meetings_meeting").nullable(),
});
