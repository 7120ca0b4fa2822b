import type { MeetingsContext } from "../plugin.js";
import { ballotsOf, boxesOf, unitsOf, type PollRow } from "./poll.repository.js";

export interface SpoiltPapers {
  readonly reason: string;
  readonly papers: number;
}

/** Why papers of a poll are spoilt, most frequent first. Whoever shows it before the vote is closed shows what was voted. O(ballots). */
export async function tellSpoilt({ db }: MeetingsContext, poll: PollRow): Promise<SpoiltPapers[]> {
  const lines = poll.isSecret
    ? (await boxesOf(db, poll.id)).map(({ choice, reason, papers }) => ({ choice, reason, papers }))
    : (await ballotsOf(db, poll.id))
        .filter(({ state }) => state === "counted")
        .map(({ choice, invalidReason }) => ({ choice, reason: invalidReason ?? "", papers: 1 }));
  const sums = new Map<string, number>();
  for (const { choice, reason, papers } of lines) if (choice === "invalid") sums.set(reason, (sums.get(reason) ?? 0) + papers);
  return [...sums].map(([reason, papers]) => ({ reason, papers })).sort((a, b) => b.papers - a.papers);
}

/** Of two ballots of one unit the one that was set aside: whose, by what way it came, and why it does not count; not what it said. */
export async function tellSettled({ db }: MeetingsContext, poll: PollRow) {
  const labels = new Map((await unitsOf(db, poll.id)).map(({ id, label }) => [id, label]));
  const aside = (await ballotsOf(db, poll.id)).filter(({ state }) => state === "set_aside");
  return aside.map(({ unitId, way, settledReason }) => ({ unit: labels.get(unitId) ?? "", way, reason: settledReason ?? "" }));
}
