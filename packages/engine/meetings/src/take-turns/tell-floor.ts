import { Type } from "typebox";
import type { Room } from "../run-meeting/meeting-room.js";
import { Count, orNull, Text } from "../shapes.js";
import { orderSpeakers, secondsOf, speakingNow, timesSpoken, type Speech } from "./floor.js";

const Turn = Type.Object({ inviteeId: Text, stance: Text });
export const FloorShape = Type.Object({
  /** Who speaks, since when, and how long by the rules; the clock on the page runs from there. */
  now: orNull(Type.Object({ inviteeId: Text, stance: Text, from: Text, times: Count })),
  last: orNull(Turn),
  /** With how often they have spoken to the item. */
  next: Type.Array(Type.Object({ ...Turn.properties, times: Count })),
  limit: orNull(Type.Object({ seconds: Count, times: Count })),
  parties: Type.Array(Type.Object({ name: Text, seconds: Count, speeches: Count })),
});

/** Seconds and speeches by party on the item that is treated, parties in the order of their seats. */
function countByParty({ invitees }: Room, speeches: readonly Speech[], now: string) {
  const partyOf = new Map(invitees.map(({ id, partyName }) => [id, partyName]));
  return [...new Set(partyOf.values())].map((name) => {
    const own = speeches.filter(({ inviteeId }) => partyOf.get(inviteeId) === name);
    return { name, seconds: own.reduce((sum, speech) => sum + secondsOf(speech, now), 0), speeches: own.length };
  });
}

/** The speaking list as the room and the big screen show it: last, now, the next five, and each party's time. */
export function tellFloor(room: Room, now: string) {
  const { floor, currentItemId } = room.live;
  const speeches = floor.speeches.filter(({ itemId }) => itemId === currentItemId);
  const speaking = speakingNow(floor);
  const last = speeches.filter(({ to }) => to !== null).at(-1);
  return {
    now: speaking
      ? {
          inviteeId: speaking.inviteeId,
          stance: speaking.stance,
          from: speaking.from,
          times: timesSpoken(floor, speaking.inviteeId, currentItemId),
        }
      : null,
    last: last ? { inviteeId: last.inviteeId, stance: last.stance } : null,
    next: orderSpeakers(floor, currentItemId)
      .slice(0, 5)
      .map((waiting) => ({ ...waiting, times: timesSpoken(floor, waiting.inviteeId, currentItemId) })),
    limit: room.pack.speaking && { ...room.pack.speaking },
    parties: countByParty(room, speeches, now),
  };
}
