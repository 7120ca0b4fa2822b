import { judgeSession } from "../judge-safety/judge-session.js";
import { readFacts } from "../keep-safe/read-facts.js";
import { momentOf } from "../keep-safe/rejudge.js";
import { came, type AttendanceRow, type SessionRow } from "../keep-safe/session.repository.js";
import { isOff } from "../keep-safe/states.js";
import type { ActivitiesContext } from "../plugin.js";

/** How a session stands as its board says it: judged at this very instant; of one that is over only who came, and no verdict. O(children + adults). */
export async function judgeBoard(
  { db, clock }: ActivitiesContext,
  session: SessionRow,
  { attendances, adultsCame }: { readonly attendances: readonly AttendanceRow[]; readonly adultsCame: number },
) {
  if (session.state === "closed" || isOff(session.state)) return { present: came(attendances), adults: adultsCame, ratio: null, isSafe: null, violations: [] };
  const { adults, ratio, isSafe, violations } = judgeSession(await readFacts(db, session), momentOf(session, clock.now(), clock.zone));
  return {
    ...{ present: attendances.filter(({ state }) => state === "present").length, adults, isSafe },
    ratio: { needed: ratio.needed, mode: ratio.mode, arithmetic: ratio.arithmetic },
    violations: violations.map(({ code, about, params, remedies }) => ({ code, about, params, remedies: [...remedies] })),
  };
}
