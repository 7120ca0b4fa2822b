import { errors } from "../errors.js";
import type { BridgeContext } from "../plugin.js";

interface Times {
  readonly sessionId: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Has the person no place of a volunteer day at that time? Throws busyThen. */
export async function mustBeFree({ use }: BridgeContext, { sessionId, startsAt, endsAt }: Times, personId: string): Promise<void> {
  const turn = { id: sessionId, startsAt, endsAt, seats: 1, personIds: [personId], knownTo: [] };
  const [filled] = await use.volunteerDays.planTurns({ sessions: [turn], past: [] });
  if (filled!.personIds.length === 0) throw errors.busyThen();
}
