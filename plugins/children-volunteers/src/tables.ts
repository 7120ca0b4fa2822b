import { col, table } from "@lianxin/plugin-kit";

/** A volunteer who was put on duty by turn, or asked to stand in, at a session with children. */
export const ask = table("children_volunteers_ask", {
  id: col.id(),
  placePath: col.place(),
  sessionId: col.ref("children_activities_session"),
  personId: col.ref("directory_person"),
  /** placed by turn; asked, accepted, closed as another one said yes; declined. */
  state: col.text(),
  /** The duty that is suspended and needs a stand-in; null: adults are missing, whoever's place it was. */
  insteadOfId: col.ref("children_activities_post").nullable(),
  /** There was an address to write to. */
  isTold: col.bool(),
  askedAt: col.instant(),
  answeredAt: col.instant().nullable(),
});
