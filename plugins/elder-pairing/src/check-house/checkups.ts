import { everywhere } from "@lianxin/plugin-kit";
import { alarmsOn } from "../cover-elders/alarms.js";
import { findGone } from "../cover-elders/end-gone.js";
import { findUncovered } from "../cover-elders/find-uncovered.js";
import { findMiscounted } from "../note-standings/note-standings.js";
import type { ElderPairingDb } from "../plugin.js";
import { checkup } from "../services.js";

const why = "a check-up looks at all rows";

/** Pairs of one elder and role, or of one elder and cadre once they were agreed to, that run on the same day: none, ever. O(pairs log pairs). */
export async function findOverlaps(db: ElderPairingDb): Promise<string[]> {
  const rows = await everywhere(db, "elder_pairing_pair", why)
    .select(["id", "elderId", "cadreId", "role", "fromOn", "untilOn", "effectiveOn"])
    .orderBy("id")
    .execute();
  const spans = rows.flatMap(({ id, elderId, cadreId, role, fromOn, untilOn, effectiveOn }) => {
    const until = untilOn ?? "9999-12-31";
    const agreed = effectiveOn === null ? [] : [{ id, key: `${elderId} ${cadreId}`, from: effectiveOn, until }];
    return [{ id, key: `${elderId} ${role}`, from: fromOn, until }, ...agreed].filter(({ from }) => from < until);
  });
  spans.sort((a, b) => (a.key === b.key ? (a.from < b.from ? -1 : a.from > b.from ? 1 : 0) : a.key < b.key ? -1 : 1));
  return [...new Set(spans.flatMap((span, i) => (spans[i - 1]?.key === span.key && span.from < spans[i - 1]!.until ? [span.id] : [])))];
}

/** Every elder in care has somebody who can come today, or an alarm that says why not. */
export const nobodyForgotten = checkup("nobody-forgotten", {
  describe: "每位老人今天都有人管；没有的，已经报警",
  async run({ db, clock }) {
    const day = clock.today();
    const alarmed = new Set((await alarmsOn(db, day)).map(({ elderId }) => elderId));
    return (await findUncovered(db, day)).map(({ id }) => id).filter((id) => !alarmed.has(id));
  },
});

/** What an alarm names stays on doctor's list until somebody is found. */
export const nobodyAlone = checkup("nobody-alone", {
  describe: "今天没有一位老人找不到人",
  run: async ({ db, clock }) => (await findUncovered(db, clock.today())).map(({ id }) => id),
});

export const pairsApart = checkup("pairs-apart", { describe: "同一位老人的结对时间不重叠", run: ({ db }) => findOverlaps(db) });

/** Whoever died, moved away or was erased holds nobody's place and waits for no visit. */
export const goneAtRest = checkup("gone-at-rest", {
  describe: "已去世、迁出或抹去的老人，没有还开着的结对，也没有待去的探访",
  run: async ({ db }) => (await findGone(db)).map(({ id }) => id),
});

export const countedRight = checkup("counted-right", { describe: "每位老人在统计里的样子和名册上一样", run: ({ db }) => findMiscounted(db) });
