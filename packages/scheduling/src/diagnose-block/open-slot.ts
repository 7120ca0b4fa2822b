import { hasBit, nextBit } from "../compile-calendars/bitset.js";
import type { SlotRules, VenueChoice } from "./slot-rules.js";

/** A start with a venue (index in `SlotRules.venues`). */
export interface Slot {
  readonly start: number;
  readonly venue: number;
}

function isFit(venue: VenueChoice, kept: Uint8Array): boolean {
  return venue.unfit.every((rule) => kept[rule] === 0);
}

/** Starts that the kept start rules leave. */
export function keptStarts(rules: SlotRules, kept: Uint8Array): Int32Array {
  const out = rules.base.slice();
  for (let r = 0; r < rules.starts.length; r++) {
    if (kept[r] === 0) continue;
    const { starts } = rules.starts[r]!;
    for (let i = 0; i < out.length; i++) out[i]! &= starts[i]!;
  }
  return out;
}

/** Every slot that is open when only the kept rules (1 in `kept`) stand, venue by venue; calls `visit` until it says true. */
export function visitOpenSlots(rules: SlotRules, kept: Uint8Array, size: number, visit: (slot: Slot) => boolean): void {
  const starts = keptStarts(rules, kept);
  for (const [v, venue] of rules.venues.entries()) {
    if (!isFit(venue, kept)) continue;
    const open = kept[rules.venueFree] === 0 ? starts : starts.map((word, i) => word & venue.free[i]!);
    for (let start = nextBit(open, 0, 0, size); start < size; start = nextBit(open, 0, start + 1, size)) if (visit({ start, venue: v })) return;
  }
}

export function findOpenSlot(rules: SlotRules, kept: Uint8Array, size: number): Slot | undefined {
  let found: Slot | undefined;
  visitOpenSlots(rules, kept, size, (slot) => {
    found = slot;
    return true;
  });
  return found;
}

/** The numbers of the rules that close a slot. */
export function listBreakers(rules: SlotRules, slot: Slot): number[] {
  const venue = rules.venues[slot.venue]!;
  const broken = rules.starts.flatMap((rule, r) => (hasBit(rule.starts, 0, slot.start) ? [] : [r]));
  return [...broken, ...venue.unfit, ...(hasBit(venue.free, 0, slot.start) ? [] : [rules.venueFree])];
}

/** For every venue and start, by how many rules it is closed; `venue * size + start`, 0xffff where no meeting can start at all. */
export function countBreakers(rules: SlotRules, size: number): Uint16Array {
  const ofStart = new Uint16Array(size);
  for (const rule of rules.starts) for (let s = 0; s < size; s++) ofStart[s]! += 1 - ((rule.starts[s >> 5]! >>> (s & 31)) & 1);
  const counts = new Uint16Array(rules.venues.length * size);
  for (const [v, venue] of rules.venues.entries())
    for (let s = 0; s < size; s++)
      counts[v * size + s] = hasBit(rules.base, 0, s) ? ofStart[s]! + venue.unfit.length + (hasBit(venue.free, 0, s) ? 0 : 1) : 0xffff;
  return counts;
}
