import { errors } from "../errors.js";
import type { BridgeContext } from "../plugin.js";

interface Times {
  readonly sessionId: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Has the person no place of a volunteer day at that time? */
export async function isFree({ use }: BridgeContext, { sessionId, startsAt, endsAt }: Times, personId: string): Promise<boolean> {
  const turn = { id: sessionId, startsAt, endsAt, seats: 1, personIds: [personId], knownTo: [] };
  const [filled] = await use.volunteerDays.planTurns({ sessions: [turn], past: [] });
  return filled!.personIds.length > 0;
}

/** The same as a rule. Throws busyThen. */
export async function mustBeFree(ctx: BridgeContext, times: Times, personId: string): Promise<void> {
  if (!(await isFree(ctx, times, personId))) throw errors.busyThen();
}
