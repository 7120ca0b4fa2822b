import { col, table } from "@lianxin/plugin-kit";

/** Something to read for a meeting: what it is, and where it lies or its link. */
export const material = table("meetings_material", {
  id: col.id(),
  meetingId: col.ref("meetings_meeting"),
  position: col.int(),
  title: col.text(),
  place: col.text(),
});
