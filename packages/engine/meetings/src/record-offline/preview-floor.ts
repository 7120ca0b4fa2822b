import type { RoomAnswer } from "../api.js";
import type { SentCommand } from "../run-meeting/meeting-command.js";
import { askForFloor, clearFloor, endSpeech, giveFloor, leaveFloor, type Floor } from "../take-turns/floor.js";
import { tellFloor } from "../take-turns/tell-floor.js";

/** The speaking list after a command, by the rules the server counts by; undefined for commands that do not touch it. */
function nextFloor({ floor: { queue, speeches }, currentItemId }: RoomAnswer, { at, command }: SentCommand): Floor | undefined {
  const floor = { queue, speeches };
  switch (command.kind) {
    case "askToSpeak":
      return askForFloor(floor, { inviteeId: command.inviteeId, stance: command.stance });
    case "startSpeech":
      return giveFloor(floor, command.inviteeId, currentItemId, at);
    case "endSpeech":
      return endSpeech(floor, at);
    case "leave":
      return leaveFloor(floor, command.inviteeId, at);
    case "takeUp":
      return command.itemId === currentItemId ? floor : clearFloor(floor, at);
    default:
      return undefined;
  }
}

/** A room (after another change, or as it was) with the speaking list a command leaves. O(speakers²). */
export function withFloor(before: RoomAnswer, after: RoomAnswer, sent: SentCommand): RoomAnswer {
  const floor = nextFloor(before, sent);
  if (!floor) return after;
  const { people, currentItemId } = after;
  return { ...after, floor: tellFloor({ floor, currentItemId, people, limit: after.floor.limit }, sent.at) };
}
