import type { BridgeContext } from "../plugin.js";
import { proposeFor } from "../fill-duties/propose.js";
import { asksOfSessions } from "./ask.repository.js";
import { writeDown } from "./write-down.js";

/**
 * Asks the next few whose turn it is to stand in; the first who says yes has the duty. Nobody is asked twice for a session. Gives how many were asked: none when the session
 * is over or nobody is left to ask.
 */
export async function askStandIns(ctx: BridgeContext, sessionId: string, insteadOfId?: string): Promise<number> {
  const duty = await ctx.use.childrenActivities.dutyAt(sessionId);
  if (!duty) return 0;
  const asked = await asksOfSessions(ctx.db, [sessionId]);
  // Told of the same duty again, those who were asked for it are still asked.
  if (insteadOfId !== undefined && asked.some((one) => one.insteadOfId === insteadOfId && one.state === "asked")) return 0;
  const [next] = await proposeFor(ctx, [duty], ctx.config.standInsAsked);
  const personIds = next?.personIds ?? [];
  for (const personId of personIds) await writeDown(ctx, { duty, personId, state: "asked", ...(insteadOfId !== undefined && { insteadOfId }) });
  ctx.audit("standIns.ask", sessionId, { count: personIds.length });
  return personIds.length;
}
