import { Type } from "typebox";
import { Count, oneOf, orNull, Text } from "../shapes.js";
import { stances } from "../words.js";
import { orderSpeakers, secondsOf, speakingNow, timesSpoken, type Floor, type Speech } from "./floor.js";

const Turn = Type.Object({ inviteeId: Text, stance: oneOf(stances) });
export const FloorShape = Type.Object({
  /** Who speaks, since when, and how long by the rules; the clock on the page runs from there. */
  now: orNull(Type.Object({ inviteeId: Text, stance: Text, from: Text, times: Count })),
  last: orNull(Turn),
  /** With how often they have spoken to the item. */
  next: Type.Array(Type.Object({ ...Turn.properties, times: Count })),
  limit: orNull(Type.Object({ seconds: Count, times: Count })),
  parties: Type.Array(Type.Object({ name: Text, seconds: Count, speeches: Count })),
  /** Everybody who waits, as they asked, and the speeches to this item: from these a room without a network goes on. */
  queue: Type.Array(Turn),
  speeches: Type.Array(Type.Object({ ...Turn.properties, itemId: orNull(Text), from: Text, to: orNull(Text) })),
});

export interface ToldFrom {
  readonly floor: Floor;
  readonly currentItemId: string | null;
  readonly people: readonly { readonly id: string; readonly partyName: string }[];
  readonly limit: { readonly seconds: number; readonly times: number } | null;
}

/** Seconds and speeches by party on the item that is treated, parties in the order of their seats. */
function countByParty(people: ToldFrom["people"], speeches: readonly Speech[], now: string) {
  const partyOf = new Map(people.map(({ id, partyName }) => [id, partyName]));
  return [...new Set(partyOf.values())].map((name) => {
    const own = speeches.filter(({ inviteeId }) => partyOf.get(inviteeId) === name);
    return { name, seconds: own.reduce((sum, speech) => sum + secondsOf(speech, now), 0), speeches: own.length };
  });
}

/** The speaking list as the room and the big screen show it: last, now, the next five, and each party's time. The same with and without a network. */
export function tellFloor({ floor, currentItemId, people, limit }: ToldFrom, now: string) {
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
    limit: limit && { ...limit },
    parties: countByParty(people, speeches, now),
    queue: [...floor.queue],
    speeches: floor.speeches.filter((speech) => speech.itemId === currentItemId || speech === speaking),
  };
}
