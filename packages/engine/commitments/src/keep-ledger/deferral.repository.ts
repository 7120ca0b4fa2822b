import type { CommitmentsContext, CommitmentsDb } from "../plugin.js";
import type { Span } from "../measure-time/count-late.js";

/** A part begins to rest on a day; put off again while it rests, it rests on. */
export async function startDeferral({ db, newId }: Pick<CommitmentsContext, "db" | "newId">, partId: string, fromOn: string): Promise<void> {
  const open = await db.selectFrom("commitments_deferral").select("id").where("partId", "=", partId).where("toOn", "is", null).executeTakeFirst();
  if (!open) await db.insertInto("commitments_deferral").values({ id: newId(), partId, fromOn, toOn: null }).execute();
}

/** A part rests no longer from a day on; nothing when it does not rest. */
export const endDeferral = async (db: CommitmentsDb, partId: string, toOn: string): Promise<void> =>
  void (await db.updateTable("commitments_deferral").set({ toOn }).where("partId", "=", partId).where("toOn", "is", null).execute());

/** Every span for which these parts were put off; one query. */
export async function deferralsOf(db: CommitmentsDb, partIds: readonly string[]): Promise<ReadonlyMap<string, readonly Span[]>> {
  const rows = await db
    .selectFrom("commitments_deferral")
    .select(["partId", "fromOn", "toOn"])
    .where("partId", "in", ["", ...partIds])
    .execute();
  const byPart = new Map<string, Span[]>();
  for (const { partId, ...span } of rows) byPart.set(partId, [...(byPart.get(partId) ?? []), span]);
  return byPart;
}
