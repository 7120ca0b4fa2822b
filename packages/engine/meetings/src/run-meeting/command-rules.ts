import type { PermissionId } from "@lianxin/plugin-kit";
import type { MeetingState } from "../meetings.js";
import type { meetings } from "../plugin.js";
import type { CommandKind } from "./meeting-command.js";

interface CommandRule {
  readonly may: PermissionId<typeof meetings>;
  readonly in: readonly MeetingState[];
}

const record = { may: "meetings.record", in: ["in_session"] } as const;
const chair = { may: "meetings.chair", in: ["in_session"] } as const;

/** Who may do what in a meeting, and at which stage; data, tested line by line. */
export const commandRules: Readonly<Record<CommandKind, CommandRule>> = {
  checkIn: { may: "meetings.checkIn", in: ["noticed", "checking_in", "in_session"] },
  leave: { may: "meetings.checkIn", in: ["checking_in", "in_session"] },
  open: { may: "meetings.chair", in: ["checking_in"] },
  findInquorate: { may: "meetings.chair", in: ["checking_in"] },
  takeUp: record,
  move: record,
  vote: record,
  countPoll: record,
  withdrawMotion: record,
  revokeDecision: { may: "meetings.chair", in: ["in_session", "minutes_draft"] },
  recuse: record,
  endRecusal: record,
  object: record,
  answerObjection: record,
  consent: record,
  askToSpeak: record,
  startSpeech: record,
  endSpeech: record,
  position: record,
  finishItem: record,
  deferItem: record,
  openParts: record,
  claim: record,
  dropPart: record,
  deferPart: record,
  seekOwner: record,
  remark: record,
  close: chair,
};
