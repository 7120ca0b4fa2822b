import { col, table } from "@lianxin/plugin-kit";

/** That somebody dealt with a refused command of a recording; the command itself stays in the log as it was. Its id is the command's. */
export const settledRefusal = table("meetings_settled_refusal", {
  id: col.id(),
  meetingId: col.ref("meetings_meeting"),
  byId: col.ref("directory_person").nullable(),
  at: col.instant(),
});
