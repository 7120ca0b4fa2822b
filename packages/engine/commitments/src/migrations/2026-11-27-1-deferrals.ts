import { col, type MigrationTools, type PluginMigration } from "@lianxin/plugin-kit";

interface Moved {
  readonly id: string;
  readonly part_id: string;
  readonly move: string;
  readonly at: string;
}
const ends = ["resume", "claim", "assign", "partMerge", "partWithdraw", "partVoid"];

/** The spans of a history in its order; put off again while it rests, a part rests on. The day is that of the instant in UTC, as a migration knows no zone. */
function spansOf(entries: readonly Moved[]) {
  const spans: { id: string; part_id: string; from_on: string; to_on: string | null }[] = [];
  const open = new Map<string, (typeof spans)[number]>();
  for (const { id, part_id, move, at } of entries) {
    const day = at.slice(0, 10);
    const resting = open.get(part_id);
    if (move === "defer" && !resting) {
      const span = { id, part_id, from_on: day, to_on: null };
      spans.push(span);
      open.set(part_id, span);
    } else if (move !== "defer" && resting) {
      resting.to_on = day;
      open.delete(part_id);
    }
  }
  return spans;
}

async function fillDeferrals({ db }: MigrationTools): Promise<void> {
  const entries = (await db
    .selectFrom("commitments_entry")
    .select(["id", "part_id", "move", "at"])
    .where("move", "in", ["defer", ...ends])
    .orderBy("at")
    .orderBy("id")
    .execute()) as Moved[];
  const spans = spansOf(entries);
  for (let at = 0; at < spans.length; at += 50)
    await db
      .insertInto("commitments_deferral")
      .values(spans.slice(at, at + 50))
      .execute();
}

/** Spans for which parts were put off, so that they are left out of the lateness; those of the past are read from the history. */
export const createDeferrals: PluginMigration = async (tools) => {
  await tools.createTable("commitments_deferral", { id: col.id(), partId: col.ref("commitments_part"), fromOn: col.date(), toOn: col.date().nullable() });
  await fillDeferrals(tools);
  await tools.createIndex("commitments_deferral", ["partId"]);
};
