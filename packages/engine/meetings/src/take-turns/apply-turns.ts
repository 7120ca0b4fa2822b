import { errors } from "../errors.js";
import type { Apply } from "../run-meeting/apply-command.js";
import { isThere } from "../run-meeting/live-meeting.js";
import { getItem, type Room } from "../run-meeting/meeting-room.js";
import { speakingNow, timesSpoken } from "./floor.js";

function checkThere({ live }: Room, inviteeId: string): void {
  if (!isThere(live, inviteeId)) throw errors.notThere({}, "command.inviteeId");
}

/** Somebody in the room asks to speak, for or against. */
export const applyAskToSpeak: Apply<"askToSpeak"> = async (_, room, { command }) => {
  checkThere(room, command.inviteeId);
  return {};
};

/** The chair gives the floor; more often than the rules say only when it is granted in so many words. */
export const applyStartSpeech: Apply<"startSpeech"> = async (_, room, { command }) => {
  checkThere(room, command.inviteeId);
  const { speaking } = room.pack;
  const times = timesSpoken(room.live.floor, command.inviteeId, room.live.currentItemId);
  if (speaking && times >= speaking.times && !command.isGranted) throw errors.spokenEnough({ times }, "command.inviteeId");
  return {};
};

export const applyEndSpeech: Apply<"endSpeech"> = async (_, { live }) => {
  if (!speakingNow(live.floor)) throw errors.nobodySpeaks();
  return {};
};

/** What a party says to an item (各方意见). */
export const applyPosition: Apply<"position"> = async (_, room, { command }) => {
  getItem(room, command.itemId);
  if (!room.invitees.some(({ partyName }) => partyName === command.partyName)) throw errors.partyUnknown({}, "command.partyName");
  return {};
};
