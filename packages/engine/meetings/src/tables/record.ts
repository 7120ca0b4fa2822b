import { col, table } from "@lianxin/plugin-kit";
import type { MeetingCommand } from "../run-meeting/meeting-command.js";
import type { SeenPart } from "../run-meeting/show-parts.js";
import type { ItemWarning } from "./meeting.js";

/** What was done in a meeting, in order; never changed. The fold of those not refused is the meeting's live state. */
export const command = table("meetings_command", {
  id: col.id(),
  meetingId: col.ref("meetings_meeting"),
  position: col.int(),
  device: col.text(),
  sequence: col.int(),
  /** When it happened, as the device had it, never after it was received. */
  at: col.instant(),
  receivedAt: col.instant(),
  byId: col.ref("directory_person").nullable(),
  kind: col.text(),
  payload: col.json<MeetingCommand>(),
  refusedCode: col.text().nullable(),
  refusedParams: col.json<Readonly<Record<string, string | number | boolean>>>().nullable(),
});

export const motion = table("meetings_motion", {
  id: col.id(),
  meetingId: col.ref("meetings_meeting"),
  itemId: col.ref("meetings_agenda_item"),
  text: col.text(),
  state: col.text(),
  warnings: col.json<readonly ItemWarning[]>(),
  members: col.int().nullable(),
  attending: col.int().nullable(),
  yes: col.int().nullable(),
  no: col.int().nullable(),
  abstain: col.int().nullable(),
  /** Spoilt papers; null for hands, and where papers were counted before they were kept. */
  invalid: col.int().nullable(),
  base: col.int().nullable(),
  arithmetic: col.text().nullable(),
  packId: col.text(),
  /** Was that pack read in its source: "true", "false" or "local", as it stood at the vote. */
  packVerified: col.text().nullable(),
  /** By hands (null in older rows too), ballot or consent. */
  way: col.text().nullable(),
  pollId: col.ref("meetings_poll").nullable(),
  /** "yes" or "no" where the chair broke a tie; not in the counts above. */
  casting: col.text().nullable(),
  votedAt: col.instant().nullable(),
});

export const decision = table("meetings_decision", {
  id: col.id(),
  placePath: col.place(),
  meetingId: col.ref("meetings_meeting"),
  itemId: col.ref("meetings_agenda_item"),
  motionId: col.ref("meetings_motion"),
  serial: col.int(),
  text: col.text().as("public"),
  /** "14×2 > 16" */
  arithmetic: col.text().as("public"),
  packVerified: col.text().nullable(),
  /** "effective"; "awaits_competent_body" when this body cannot decide it alone; "awaits_steps" while required steps are missing; "refused"; "revoked". */
  effect: col.text(),
  warnings: col.json<readonly ItemWarning[]>(),
  decidedOn: col.date(),
});

/** What was written for the minutes, in layers: a new text names the one it replaces, and nothing is lost when two people write. */
export const text = table("meetings_text", {
  id: col.id(),
  meetingId: col.ref("meetings_meeting"),
  itemId: col.ref("meetings_agenda_item").nullable(),
  kind: col.text(),
  words: col.text(),
  replacesId: col.ref("meetings_text").nullable(),
  byId: col.ref("directory_person").nullable(),
  at: col.instant(),
});

/** The work of a meeting as it stood when it closed; never changed. */
export const told = table("meetings_told", {
  id: col.id(),
  meetingId: col.ref("meetings_meeting"),
  parts: col.json<readonly SeenPart[]>(),
});
