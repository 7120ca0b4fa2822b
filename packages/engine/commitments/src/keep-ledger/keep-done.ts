import { everywhere, within, type Scope } from "@lianxin/plugin-kit";
import type { CommitmentsDb } from "../plugin.js";

interface Placed {
  readonly placePath: string;
  readonly phase: string;
}
const pathOf = (line: Placed | undefined): string | undefined => (line?.phase === "done" ? line.placePath : undefined);

async function add(db: CommitmentsDb, placePath: string, count: 1 | -1): Promise<void> {
  await db
    .insertInto("commitments_done")
    .values({ id: placePath, placePath, count })
    .onConflict((oc) => oc.column("id").doUpdateSet((eb) => ({ count: eb("commitments_done.count", "+", count) })))
    .execute();
}

/** Brings the count of closed-out lines in step with one line that changed; undefined is no line. */
export async function keepDone(db: CommitmentsDb, before: Placed | undefined, after: Placed | undefined): Promise<void> {
  const [from, to] = [pathOf(before), pathOf(after)];
  if (from === to) return;
  if (from !== undefined) await add(db, from, -1);
  if (to !== undefined) await add(db, to, 1);
}

/** How many lines are done at the places of a reader. O(places). */
export async function countDone(db: CommitmentsDb, scope: Scope): Promise<number> {
  const { sum } = await within(db, scope, "commitments_done")
    .select((eb) => eb.fn.sum<number | null>("count").as("sum"))
    .executeTakeFirstOrThrow();
  return Number(sum ?? 0);
}

/** Places whose kept count is not the number of lines that are done there. */
export async function findWrongDones(db: CommitmentsDb): Promise<string[]> {
  const kept = await everywhere(db, "commitments_done", "a check-up compares all counts").select(["placePath", "count"]).execute();
  const counted = await everywhere(db, "commitments_line", "a check-up compares all counts")
    .where("phase", "=", "done")
    .select(["placePath", (eb) => eb.fn.countAll<number>().as("count")])
    .groupBy("placePath")
    .execute();
  const [real, known] = [counted, kept].map((rows) => new Map(rows.map(({ placePath, count }) => [placePath, Number(count)]))) as [
    Map<string, number>,
    Map<string, number>,
  ];
  return [...new Set([...real.keys(), ...known.keys()])].filter((path) => (real.get(path) ?? 0) !== (known.get(path) ?? 0));
}
