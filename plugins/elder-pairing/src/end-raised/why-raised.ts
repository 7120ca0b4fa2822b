import { everywhere } from "@lianxin/plugin-kit";
import { groupBy } from "../keep-people/group-by.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";

const runningOf = (db: ElderPairingDb, elderIds: readonly string[]) =>
  everywhere(db, "elder_pairing_trigger", "what holds up the levels of some elders, whose places or pairs were checked")
    .select(["id", "elderId", "kind", "what", "onDay", "untilOn", "dueOn", "levelBefore"])
    .where("elderId", "in", ["", ...elderIds])
    .where("endedOn", "is", null)
    .orderBy("onDay")
    .orderBy("id")
    .execute();

/** What holds up the level of an elder now, the first first: what happened in words for whoever may open the record, and that reading is logged. */
export async function raisedOf({ db, disclose }: Pick<ElderPairingContext, "db" | "disclose">, elderId: string, mayOpen: boolean) {
  const rows = await runningOf(db, [elderId]);
  const told = mayOpen ? rows.filter(({ what }) => what !== null) : [];
  const opened = await disclose(
    told.map(({ what }) => what!),
    "visit",
  );
  const words = new Map(told.map(({ id }, i) => [id, opened[i]!]));
  return rows.map(({ id, kind, onDay, untilOn, dueOn, levelBefore }) => ({ id, kind: words.get(id) || kind, onDay, untilOn, dueOn, levelBefore }));
}

/** The same of several elders for a list, by elder: of what happened to one only that something did, as nothing sealed is opened. One read. */
export async function raisedBelow(db: ElderPairingDb, elderIds: readonly string[]) {
  const rows = await runningOf(db, elderIds);
  return groupBy(
    rows.map(({ what: _, ...row }) => row),
    ({ elderId }) => elderId,
  );
}
