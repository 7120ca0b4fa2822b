import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { endText, startText } from "../compile-calendars/grid.js";
import type { CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import type { Diagnosis, Relaxation, Rule } from "../proposal.js";
import { SchedulingError } from "../scheduling-error.js";
import { countBreakers, listBreakers, type Slot } from "./open-slot.js";
import { nameRule } from "./name-rule.js";
import { listSlotRules, type SlotRules } from "./slot-rules.js";
import { findSmallestBlock } from "./smallest-block.js";

const MOST_BLOCKS = 3;
const MOST_RELAXATIONS = 12;

function listBlocks(rules: SlotRules, size: number, counts: Uint16Array): number[][] {
  const allowed = new Uint8Array(rules.count).fill(1);
  const blocks: number[][] = [];
  while (blocks.length < MOST_BLOCKS) {
    const block = findSmallestBlock(rules, size, counts, allowed);
    if (!block) break;
    blocks.push(block);
    for (const rule of block) allowed[rule] = 0;
  }
  return blocks;
}

/** The earliest slot for each smallest set of rules that would have to go; earliest first. */
function listRelaxable(rules: SlotRules, size: number, counts: Uint16Array): { broken: number[]; slot: Slot }[] {
  const least = counts.reduce((a, b) => Math.min(a, b), 0xffff);
  const found = new Map<string, { broken: number[]; slot: Slot }>();
  for (let start = 0; start < size && found.size < MOST_RELAXATIONS; start++)
    for (let venue = 0; venue < rules.venues.length; venue++) {
      if (counts[venue * size + start] !== least) continue;
      const broken = listBreakers(rules, { start, venue });
      const key = broken.join();
      if (!found.has(key)) found.set(key, { broken, slot: { start, venue } });
    }
  return [...found.values()].slice(0, MOST_RELAXATIONS);
}

function describeRelaxation(compiled: CompiledProblem, meeting: CompiledMeeting, rules: SlotRules, found: { broken: number[]; slot: Slot }): Relaxation {
  const { start } = found.slot;
  const row = rules.venues[found.slot.venue]!.row;
  return {
    rules: found.broken.map((rule) => nameRule(compiled, meeting, rules, rule, found.slot)),
    start: startText(compiled.grid, start),
    end: endText(compiled.grid, start, meeting.length),
    ...(row < 0 ? {} : { venue: compiled.venues.all[row]!.id }),
  };
}

/**
 * Why no slot is open, and the smallest changes that would open one. Exact but for the size of blocking sets past five rules.
 * O(rules · starts · venues), and up to 3,000 search nodes of O(rules · words) for each of at most three sets.
 */
export function diagnose(compiled: CompiledProblem, meeting: CompiledMeeting): Diagnosis {
  const { size } = compiled.grid;
  const { startEvery } = meeting.meeting;
  if (meeting.dayStarts.every((word) => word === 0))
    throw new SchedulingError("bad-shape", `${meeting.meeting.id}.startEvery`, { rule: "day-part", value: startEvery ?? 15, most: 1440 });
  const rules = listSlotRules(compiled, meeting);
  const counts = countBreakers(rules, size);
  const name = (rule: number): Rule => nameRule(compiled, meeting, rules, rule, undefined);
  return {
    meeting: meeting.meeting.id,
    blocking: listBlocks(rules, size, counts).map((block) => block.map(name)),
    relax: listRelaxable(rules, size, counts).map((found) => describeRelaxation(compiled, meeting, rules, found)),
  };
}
