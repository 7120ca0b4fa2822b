import type { MatterOutcome } from "../matters.js";
import type { MattersDb } from "../plugin.js";
import { allMergedInto, findMatterRow, partsOfMatter, type MatterRow } from "./matter.repository.js";

/** Merges and splits are followed so far; a longer way is a mistake. */
const farthest = 20;

/** How a matter ended, by whatever carries it on: what it was merged into, or its parts, once all of them are over. O(merges + parts) queries. */
export async function findOutcome(db: MattersDb, row: MatterRow, depth = 0): Promise<MatterOutcome> {
  const { state, mergedIntoId } = row;
  if (state === "resolved") return "resolved";
  if (state === "withdrawn" || state === "returned") return "ended";
  if (depth >= farthest) return "underway";
  if (state === "merged") {
    const target = mergedIntoId === null ? undefined : await findMatterRow(db, mergedIntoId);
    return target ? findOutcome(db, target, depth + 1) : "underway";
  }
  if (state !== "split") return "underway";
  const outcomes: MatterOutcome[] = [];
  for (const part of await partsOfMatter(db, row.id)) outcomes.push(await findOutcome(db, part, depth + 1));
  if (outcomes.length === 0 || outcomes.includes("underway")) return "underway";
  return outcomes.includes("resolved") ? "resolved" : "ended";
}

/** A matter that is over, whatever was merged into it, and what it was split off from if that is over with it; none while it is under way. */
export async function overWith(db: MattersDb, id: string): Promise<{ readonly outcome: MatterOutcome; readonly ids: readonly string[] }[]> {
  const found = new Map<string, MatterOutcome>();
  const ahead = [id];
  for (let steps = 0; ahead.length > 0 && steps < farthest; steps++) {
    const row = await findMatterRow(db, ahead.shift()!);
    if (!row || found.has(row.id)) continue;
    const outcome = await findOutcome(db, row);
    if (outcome === "underway") continue;
    for (const one of [row, ...(await allMergedInto(db, row.id))]) {
      found.set(one.id, outcome);
      if (one.splitFromId !== null) ahead.push(one.splitFromId);
    }
  }
  return (["resolved", "ended"] as const).map((outcome) => ({ outcome, ids: [...found].filter(([, of]) => of === outcome).map(([one]) => one) }));
}

/** What a matter carries on: itself, whatever was merged into it, and what these were split off from, in turn. O(merges + splits) queries. */
export async function carriedOnBy(db: MattersDb, id: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const ahead = [id]; ahead.length > 0;) {
    const row = await findMatterRow(db, ahead.shift()!);
    if (!row || found.has(row.id)) continue;
    for (const one of [row, ...(await allMergedInto(db, row.id))]) {
      if (!found.has(one.id) && one.splitFromId !== null) ahead.push(one.splitFromId);
      found.add(one.id);
    }
  }
  return [...found];
}
