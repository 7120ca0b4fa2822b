import type { Stance } from "../words.js";

/** Somebody who waits to speak. */
export interface Waiting {
  readonly inviteeId: string;
  readonly stance: Stance;
}
export interface Speech {
  readonly inviteeId: string;
  readonly stance: Stance;
  /** The item it belongs to; null before the first is taken up. */
  readonly itemId: string | null;
  readonly from: string;
  /** Null while it goes on. */
  readonly to: string | null;
}
/** Who speaks, who waits in the order they asked, and what was said from when to when. */
export interface Floor {
  readonly queue: readonly Waiting[];
  readonly speeches: readonly Speech[];
}
export const emptyFloor: Floor = { queue: [], speeches: [] };

export const speakingNow = ({ speeches }: Floor): Speech | undefined => speeches.find(({ to }) => to === null);

/** Who asked twice waits once, with what they said last. */
export const askForFloor = ({ queue, speeches }: Floor, asked: Waiting): Floor => ({
  queue: queue.some(({ inviteeId }) => inviteeId === asked.inviteeId)
    ? queue.map((one) => (one.inviteeId === asked.inviteeId ? asked : one))
    : [...queue, asked],
  speeches,
});

export const endSpeech = (floor: Floor, at: string): Floor => ({
  ...floor,
  speeches: floor.speeches.map((speech) => (speech.to === null ? { ...speech, to: at } : speech)),
});

/** One speaks at a time: a speech that goes on ends when the next begins. */
export function giveFloor(floor: Floor, inviteeId: string, itemId: string | null, at: string): Floor {
  const { queue, speeches } = endSpeech(floor, at);
  const stance = queue.find((one) => one.inviteeId === inviteeId)?.stance ?? "neutral";
  return { queue: queue.filter((one) => one.inviteeId !== inviteeId), speeches: [...speeches, { inviteeId, stance, itemId, from: at, to: null }] };
}

/** Who leaves neither speaks nor waits. */
export function leaveFloor(floor: Floor, inviteeId: string, at: string): Floor {
  const isSpeaking = speakingNow(floor)?.inviteeId === inviteeId;
  return { ...(isSpeaking ? endSpeech(floor, at) : floor), queue: floor.queue.filter((one) => one.inviteeId !== inviteeId) };
}

/** The next item begins with nobody waiting. */
export const clearFloor = (floor: Floor, at: string): Floor => ({ ...endSpeech(floor, at), queue: [] });

/** Seconds a speech took, up to now while it goes on. */
export const secondsOf = ({ from, to }: Speech, now: string): number => {
  const milliseconds = Date.parse(to ?? now) - Date.parse(from);
  return Math.max(0, (milliseconds - (milliseconds % 1000)) / 1000);
};

export const timesSpoken = ({ speeches }: Floor, inviteeId: string, itemId: string | null): number =>
  speeches.filter((speech) => speech.inviteeId === inviteeId && speech.itemId === itemId).length;

/**
 * Whose turn is next: who has not spoken to the item before who has; then for and against in turn, beginning opposite to the last speaker; then as they asked.
 * Somebody without a stance fits anywhere. O(n²), n ≤ a few dozen.
 */
export function orderSpeakers({ queue, speeches }: Floor, itemId: string | null): Waiting[] {
  const of = speeches.filter((speech) => speech.itemId === itemId);
  const times = (inviteeId: string) => of.filter((speech) => speech.inviteeId === inviteeId).length;
  let last: Stance = of.filter(({ stance }) => stance !== "neutral").at(-1)?.stance ?? "neutral";
  const left = [...queue];
  const ordered: Waiting[] = [];
  while (left.length > 0) {
    const fewest = Math.min(...left.map(({ inviteeId }) => times(inviteeId)));
    const fresh = left.filter(({ inviteeId }) => times(inviteeId) === fewest);
    const next = fresh.find(({ stance }) => last === "neutral" || stance !== last) ?? fresh[0]!;
    ordered.push(next);
    left.splice(left.indexOf(next), 1);
    if (next.stance !== "neutral") last = next.stance;
  }
  return ordered;
}
