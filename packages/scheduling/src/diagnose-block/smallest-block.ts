import { findOpenSlot, listBreakers, visitOpenSlots, type Slot } from "./open-slot.js";
import type { SlotRules } from "./slot-rules.js";

const MOST_DEPTH = 5;
const MOST_NODES = 3000;

interface Search {
  readonly rules: SlotRules;
  readonly size: number;
  readonly counts: Uint16Array;
  readonly allowed: Uint8Array;
  nodes: number;
}

/** The open slot that the fewest rules close: every blocking set must contain one of those. */
function tightestSlot(search: Search, kept: Uint8Array): Slot | undefined {
  let best: Slot | undefined;
  let least = 0xffff;
  visitOpenSlots(search.rules, kept, search.size, (slot) => {
    const count = search.counts[slot.venue * search.size + slot.start]!;
    if (count < least) {
      least = count;
      best = slot;
    }
    return least <= 1;
  });
  return best;
}

function branch(search: Search, kept: Uint8Array, depth: number): boolean {
  if (++search.nodes > MOST_NODES) return false;
  const slot = depth === 0 ? findOpenSlot(search.rules, kept, search.size) : tightestSlot(search, kept);
  if (!slot) return true;
  if (depth === 0) return false;
  for (const rule of listBreakers(search.rules, slot)) {
    if (search.allowed[rule] === 0) continue;
    kept[rule] = 1;
    if (branch(search, kept, depth - 1)) return true;
    kept[rule] = 0;
  }
  return false;
}

/** Drops one rule after the other as long as what is left still blocks (deletion-based MUS extraction; Marques-Silva, "Minimal unsatisfiability", 2010). */
function reduce(rules: SlotRules, size: number, kept: Uint8Array): Uint8Array {
  for (let rule = 0; rule < rules.count; rule++) {
    if (kept[rule] === 0) continue;
    kept[rule] = 0;
    if (findOpenSlot(rules, kept, size)) kept[rule] = 1;
  }
  return kept;
}

/**
 * A smallest set of allowed rules that closes every slot, as rule numbers; `undefined` when they close not all.
 * A minimum hitting set of the slots' breakers, by iterative deepening on the tightest slot (Reiter 1987); past five rules or 3,000 nodes
 * an irreducible set by deletion, which need not be a smallest one.
 */
export function findSmallestBlock(rules: SlotRules, size: number, counts: Uint16Array, allowed: Uint8Array): number[] | undefined {
  if (findOpenSlot(rules, allowed.slice(), size)) return undefined;
  const search: Search = { rules, size, counts, allowed, nodes: 0 };
  for (let depth = 1; depth <= MOST_DEPTH && search.nodes <= MOST_NODES; depth++) {
    const kept = new Uint8Array(rules.count);
    if (branch(search, kept, depth)) return listKept(reduce(rules, size, kept));
  }
  return listKept(reduce(rules, size, allowed.slice()));
}

function listKept(kept: Uint8Array): number[] {
  return [...kept.keys()].filter((rule) => kept[rule] === 1);
}
