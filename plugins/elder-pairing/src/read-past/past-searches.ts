import { everywhere } from "@lianxin/plugin-kit";
import { groupBy } from "../keep-people/group-by.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import type { Slice } from "./past-visits.js";

const why = "one elder, whose place or pair was checked";
const over = (db: ElderPairingDb, elderId: string) => everywhere(db, "elder_pairing_ladder", why).where("elderId", "=", elderId).where("state", "!=", "open");

export async function countSearches(db: ElderPairingDb, elderId: string): Promise<number> {
  const { n } = await over(db, elderId)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Searches for an elder that are over, the last first: each step with its time, and what was found, opened and logged for whoever may. O(slice). */
export async function pastSearches({ db, disclose }: Pick<ElderPairingContext, "db" | "disclose">, elderId: string, mayOpen: boolean, { from, count }: Slice) {
  const rows = await over(db, elderId)
    .select(["id", "startedAt", "closedAt", "state", "outcome"])
    .orderBy("startedAt", "desc")
    .orderBy("id", "desc")
    .offset(from)
    .limit(count)
    .execute();
  const steps = await db
    .selectFrom("elder_pairing_ladder_step")
    .select(["ladderId", "step", "at", "result", "struckAt"])
    .where("ladderId", "in", ["", ...rows.map(({ id }) => id)])
    .orderBy("at")
    .orderBy("id")
    .execute();
  const stepsOf = groupBy(steps, ({ ladderId }) => ladderId);
  const told = mayOpen ? rows.filter(({ outcome }) => outcome !== null) : [];
  const opened = await disclose(
    told.map(({ outcome }) => outcome!),
    "visit",
  );
  const textOf = new Map(told.map(({ id }, i) => [id, opened[i]!]));
  return rows.map(({ outcome: _, ...row }) => ({
    ...{ ...row, outcome: textOf.get(row.id) || null },
    steps: (stepsOf.get(row.id) ?? []).map(({ step, at, result, struckAt }) => ({ step, at, result, isStruck: struckAt !== null })),
  }));
}
