import type { MeetingsContext } from "../plugin.js";
import { escalationSource } from "./matter-of.js";

/** An event heard late opens nothing for what a meeting has decided meanwhile. */
const waiting: ReadonlySet<string> = new Set(["escalated", "scheduled"]);
const overStates: ReadonlySet<string> = new Set(["resolved", "withdrawn", "merged", "split", "returned"]);

/** It is not with those above any more: over, or taken back to be treated here. */
const hasLeft = (from: string, to: string): boolean => overStates.has(to) || (from === "escalated" && to === "accepted");

/**
 * A matter reported upwards is a line of the ledger at once, which nobody leads yet, so that the next assignment meeting's list is born with it. When the
 * matter is over, or taken back, before anybody took the line, the line goes with it.
 */
export async function keepEscalated(
  { use, text }: MeetingsContext,
  { matterId, from, to }: { readonly matterId: string; readonly from: string; readonly to: string },
): Promise<void> {
  if (to !== "escalated" && !hasLeft(from, to)) return;
  const [matter, line] = [await use.matters.findMatter(matterId), await use.commitments.findUnfinished({ kind: escalationSource, id: matterId })];
  if (!matter) return;
  if (to === "escalated" && !line && waiting.has(matter.state))
    await use.commitments.openParts({ kind: escalationSource, id: matterId, meetingId: null, title: matter.title }, [
      { title: matter.title, standard: "", placePath: matter.placePath },
    ]);
  if (to !== "escalated" && line?.commitment === null)
    await use.commitments.withdrawPart(line.id, text("meetings.follow.over", { state: text(`matters.state.${matter.state}`, {}, "zh-CN") }, "zh-CN"));
}
