/**
 * What the history keeps of a step: its id, and who is to be told by hand because no mail reaches them, "urge_by_hand:owner,grid_leader"; "no_grid_leader"
 * is a role nobody fills.
 */
export const wordStep = (step: string, missed: readonly string[]): string => (missed.length === 0 ? step : `${step}_by_hand:${missed.join(",")}`);

/** Read back, for the page; undefined for a step that went out by mail, and for one kept before it was written down who is to be told. */
export function readStep(note: string): { readonly step: string; readonly missed: readonly string[] } | undefined {
  const found = /^(\w+)_by_hand:(.+)$/.exec(note);
  return found ? { step: found[1]!, missed: found[2]!.split(",") } : undefined;
}
