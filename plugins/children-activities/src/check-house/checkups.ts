import { everywhere } from "@lianxin/plugin-kit";
import type { ConsentFact } from "../judge-safety/has-consent.js";
import { groupBy } from "../group-by.js";
import { agreesToData } from "../keep-consents/agrees-to-data.js";
import { judgeSession } from "../judge-safety/judge-session.js";
import { readFacts } from "../keep-safe/read-facts.js";
import { standingOf } from "../keep-safe/rejudge.js";
import { consentsOf } from "../keep-safe/session.repository.js";
import { checkup } from "../services.js";

/** Every child's data stand on a guardian's yes that holds today; who is still in an open session is erased when it goes home. */
export const consentForEachChild = checkup("consent-for-each-child", {
  describe: "每个孩子的资料都有监护人的有效同意",
  async run({ db, clock }) {
    const children = await everywhere(db, "children_activities_child", "a check-up looks at all rows").select("id").where("deletedAt", "is", null).execute();
    const present = new Set(
      (await db.selectFrom("children_activities_attendance").select("childId").where("state", "=", "present").execute()).map(({ childId }) => childId),
    );
    const said = groupBy(
      await consentsOf(
        db,
        children.map(({ id }) => id),
      ),
      ({ childId }) => childId,
    );
    return children.filter(({ id }) => !present.has(id) && !agreesToData((said.get(id) ?? []) as unknown as ConsentFact[], clock)).map(({ id }) => id);
  },
});

/** What stands with an open session is what the evaluator says of it now. */
export const alarmsTrue = checkup("alarms-true", {
  describe: "开着的活动，报警和现场一致",
  async run({ db, clock }) {
    const open = await everywhere(db, "children_activities_session", "a check-up looks at all rows").selectAll().where("state", "=", "open").execute();
    const odd = [];
    for (const session of open) {
      const { violations } = judgeSession(await readFacts(db, session), { now: clock.now(), on: clock.today() });
      if (JSON.stringify(violations) !== JSON.stringify(standingOf(session, clock.now()))) odd.push(session.id);
    }
    return odd;
  },
});

/** Nobody is left at a session that is over. */
export const nobodyLeft = checkup("nobody-left", {
  describe: "结束的活动里没有还没接走的孩子",
  async run({ db }) {
    const closed = everywhere(db, "children_activities_session", "a check-up looks at all rows").select("id").where("state", "=", "closed");
    const rows = await db.selectFrom("children_activities_attendance").select("id").where("state", "=", "present").where("sessionId", "in", closed).execute();
    return rows.map(({ id }) => id);
  },
});
