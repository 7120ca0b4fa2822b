import { ageBands, type AgeBand } from "../judge-safety/age-bands.js";
import { cameStates } from "../keep-safe/states.js";

/** States of who came. */
interface Visit {
  readonly childId: string;
  readonly ageBand: string;
  readonly state: string;
}
export type BandCounts = Readonly<Record<AgeBand, number>>;

const count = (bands: readonly string[]): BandCounts =>
  Object.fromEntries(ageBands.map((band) => [band, bands.filter((one) => one === band).length])) as Record<AgeBand, number>;

/** Children who came at all, each once in their last band, and how often they came. O(rows). */
export function countBands(rows: readonly Visit[]): { readonly children: BandCounts; readonly visits: BandCounts } {
  const there = rows.filter(({ state }) => cameStates.includes(state));
  const last = new Map(there.map(({ childId, ageBand }) => [childId, ageBand]));
  return { children: count([...last.values()]), visits: count(there.map(({ ageBand }) => ageBand)) };
}
