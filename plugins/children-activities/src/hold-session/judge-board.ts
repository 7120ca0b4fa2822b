import { judgeSession, type Violation } from "../judge-safety/judge-session.js";
import { readFacts } from "../keep-safe/read-facts.js";
import { comesFrom } from "../keep-safe/must-be.js";
import { momentOf } from "../keep-safe/rejudge.js";
import { came, type AttendanceRow, type SessionRow } from "../keep-safe/session.repository.js";
import { isOff } from "../keep-safe/states.js";
import type { ActivitiesContext } from "../plugin.js";

const told = (violations: readonly Violation[]) => violations.map(({ code, about, params, remedies }) => ({ code, about, params, remedies: [...remedies] }));

/** What keeps the doors shut at this moment: judged of the adults who are there and the children still to come, from the hour on in which they may open; null before, and once they are open. */
async function judgeDoors({ db, clock }: ActivitiesContext, session: SessionRow) {
  if (session.state !== "published" || clock.now() < comesFrom(session)) return null;
  const { adults, violations } = judgeSession(await readFacts(db, session, "opening"), { now: clock.now(), on: clock.today() });
  return { adults, violations: told(violations) };
}

/** How a session stands as its board says it: judged at this very instant; of one that is over only who came, and no verdict. O(children + adults). */
export async function judgeBoard(
  ctx: ActivitiesContext,
  session: SessionRow,
  { attendances, adultsCame }: { readonly attendances: readonly AttendanceRow[]; readonly adultsCame: number },
) {
  const { db, clock } = ctx;
  if (session.state === "closed" || isOff(session.state))
    return { present: came(attendances), adults: adultsCame, ratio: null, isSafe: null, violations: [], doors: null };
  const { adults, children, ratio, isSafe, violations } = judgeSession(await readFacts(db, session), momentOf(session, clock.now(), clock.zone));
  const { needed, isLeast, mode, arithmetic } = ratio;
  return {
    ...{ present: attendances.filter(({ state }) => state === "present").length, adults, isSafe },
    ratio: { needed, isLeast, mode, arithmetic, children },
    violations: told(violations),
    doors: await judgeDoors(ctx, session),
  };
}
