import { col, table } from "@lianxin/plugin-kit";

/** That words were taken out of what a meeting keeps, by whom and why; what they were is kept nowhere. */
export const redaction = table("meetings_redaction", {
  id: col.id(),
  meetingId: col.ref("meetings_meeting"),
  at: col.instant(),
  byId: col.ref("directory_person").nullable(),
  reason: col.text(),
  /** In how many records they stood. */
  records: col.int(),
  /** The notice that was up or had been, when they stood on its page. */
  noticeId: col.ref("meetings_public_notice").nullable(),
});

/** The same of what is kept of a matter outside of meetings. */
export const matterRedaction = table("meetings_matter_redaction", {
  id: col.id(),
  matterId: col.ref("matters_matter"),
  at: col.instant(),
  byId: col.ref("directory_person").nullable(),
  reason: col.text(),
  records: col.int(),
});
