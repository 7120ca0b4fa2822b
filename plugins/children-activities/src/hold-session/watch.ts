import { mustLead } from "../keep-safe/must-be.js";
import { findSession } from "../keep-safe/session.repository.js";
import { boardTopic } from "../keep-safe/wake-boards.js";
import type { ActivitiesContext } from "../plugin.js";

/** A board is drawn anew after so long whatever happens, since hours pass too; and who acts in another process is seen after so long. */
const longest = 10_000;
const lookEvery = 1_000;

/**
 * Waits until the session is another than the board of this version shows, what was foreseen comes to be, or ten seconds are over. Gives the version it has then; at once when none is given. For who
 * leads it. Throws leadersOnly.
 */
export async function watchSession(ctx: ActivitiesContext, sessionId: string, version: number | undefined): Promise<{ version: number }> {
  const { db, clock, waitFor } = ctx;
  const session = (await findSession(db, sessionId))!;
  await mustLead(ctx, session);
  const next = session.outlook.map(({ from }) => Date.parse(from) - Date.parse(clock.now())).filter((ahead) => ahead > 0);
  const topic = boardTopic(sessionId);
  for (let left = Math.min(longest, ...next); ; left -= lookEvery) {
    // Waits before it looks, so that no commit in between goes unseen.
    const woken = waitFor(topic, Math.max(0, Math.min(left, lookEvery)));
    const { version: current } = (await findSession(db, sessionId))!;
    if (current !== version || left <= 0) return { version: current };
    await woken;
  }
}
