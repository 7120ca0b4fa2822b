import type { ElderPairingContext } from "../plugin.js";

/** Days a cadre is away, as a row had them before a sheet. */
export interface KeptLeave {
  readonly id: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly enteredAt: string;
}
export interface SaidLeave {
  readonly fromOn: string;
  readonly toOn: string;
}

export const leavesOf = ({ db }: Pick<ElderPairingContext, "db">, cadreIds: readonly string[]) =>
  db
    .selectFrom("elder_pairing_leave")
    .select(["id", "cadreId", "fromOn", "toOn", "enteredAt"])
    .where("cadreId", "in", ["", ...cadreIds])
    .orderBy("fromOn")
    .execute();

/**
 * Takes back what a sheet said of a cadre's leave: what it wrote goes, what it replaced or changed is as it was. What somebody entered, changed or ended by hand
 * since stays.
 */
export async function undoLeaves(
  { db }: Pick<ElderPairingContext, "db">,
  cadreId: string,
  before: readonly KeptLeave[],
  said: SaidLeave | undefined,
): Promise<void> {
  if (!said) return;
  const now = await leavesOf({ db }, [cadreId]);
  const known = new Map(before.map((one) => [one.id, one]));
  const written = now.filter(({ id, toOn, fromOn }) => !known.has(id) && toOn === said.toOn && fromOn >= said.fromOn).map(({ id }) => id);
  if (written.length > 0) await db.deleteFrom("elder_pairing_leave").where("id", "in", written).execute();
  for (const { id, ...leave } of before) {
    if (leave.toOn < said.fromOn || leave.fromOn > said.toOn) continue;
    const row = now.find((one) => one.id === id);
    if (!row)
      await db
        .insertInto("elder_pairing_leave")
        .values({ id, cadreId, ...leave })
        .execute();
    else if (row.toOn === said.toOn) await db.updateTable("elder_pairing_leave").set({ toOn: leave.toOn }).where("id", "=", id).execute();
  }
}
