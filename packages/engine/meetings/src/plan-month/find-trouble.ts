import { explain } from "@lianxin/scheduling";
import type { MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";
import { dayOf } from "../tell-time/tell-time.js";
import { isOnGrid, plannedOf } from "./ask-plan.js";
import { mergeQuestions } from "./merge-questions.js";
import { tellerFor } from "./show-plan.js";
import { tellViolation } from "./tell-plan.js";

/**
 * What keeps an announced meeting from being held as it was announced, in words: too many declined, a needed party cannot come, the room closed or is taken.
 * Empty when it stands, when it is over, and when it begins at a time the planner does not know (no quarter hour). A handful of queries.
 */
export async function findTrouble(ctx: MeetingsContext, meeting: MeetingRow): Promise<string[]> {
  const { clock } = ctx;
  if (meeting.state !== "noticed" || meeting.startsAt! < clock.now() || !isOnGrid(meeting, clock.zone)) return [];
  const day = dayOf(meeting.startsAt!, clock.zone);
  const planned = await plannedOf(ctx, meeting, { fromOn: day, untilOn: day }, true);
  const { problem, stood } = mergeQuestions([planned]);
  const teller = await tellerFor(ctx, problem);
  return [...new Set(explain(problem, stood).flatMap(({ violations }) => violations.map((violation) => tellViolation(violation, teller))))];
}
