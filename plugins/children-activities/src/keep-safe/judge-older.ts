import { everywhere } from "@lianxin/plugin-kit";
import type { Violation } from "../judge-safety/judge-session.js";
import type { ActivitiesContext } from "../plugin.js";
import { rejudge } from "./rejudge.js";
import { liveStates } from "./session.repository.js";

/** What is told of adults: of those on the list, or of those who are there. */
const ofAdults: readonly string[] = ["tooFewAdults", "twoUnrelated", "noFirstAider", "noWoman"];
const isOlder = ({ code, params }: Violation): boolean => ofAdults.includes(code) && params.who === undefined;

/**
 * Judges anew what an older version judged, which did not say of whom it tells and did not count one adult alone as too few: sessions that are open, or not over yet. Nothing is left to do once they
 * are. Gives how many. O(such sessions).
 */
export async function judgeOlder(ctx: ActivitiesContext): Promise<number> {
  const { db, clock } = ctx;
  const sessions = await everywhere(db, "children_activities_session", "what an older version judged is judged anew everywhere")
    .select(["id", "state", "endsAt", "outlook"])
    .where("state", "in", liveStates)
    .orderBy("id")
    .execute();
  const older = sessions.filter(
    ({ state, endsAt, outlook }) => (state === "open" || endsAt > clock.now()) && outlook.some(({ violations }) => violations.some(isOlder)),
  );
  for (const { id } of older) await rejudge(ctx, id);
  return older.length;
}
