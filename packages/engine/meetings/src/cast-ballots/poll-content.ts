import type { MeetingsDb } from "../plugin.js";
import { ballotsOf, boxesOf, sealedOf, unitsOf, type PollRow } from "./poll.repository.js";

/**
 * What a counted vote is proved by: its question, rules and result, the roll with who voted by what way, every ballot and box. Ids of people are left
 * out: two records of one person may be joined later. O(units).
 */
export async function pollContent(db: MeetingsDb, { id, text, packId, isSecret, result, members, quorum }: PollRow): Promise<unknown> {
  const [units, ballots, boxes] = await Promise.all([unitsOf(db, id), ballotsOf(db, id), boxesOf(db, id)]);
  return {
    ...{ text, packId, isSecret, result, members, quorum },
    units: units.map(({ id, label, area, delegateProof, votedBy, votedOn }) => ({ id, label, area, delegateProof, votedBy, votedOn })),
    ballots: ballots.map(({ id, unitId, choice, way, state, invalidReason, settledReason, at }) => ({
      ...{ id, unitId, choice, way, state, invalidReason, settledReason, at },
    })),
    boxes: boxes.map(({ way, choice, reason, papers }) => ({ way, choice, reason, papers })),
  };
}

export async function pollContents(db: MeetingsDb, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const contents = new Map<string, unknown>();
  for (const poll of await sealedOf(db, ids)) contents.set(poll.id, await pollContent(db, poll));
  return contents;
}
