import { everywhere } from "@lianxin/plugin-kit";
import type { VolunteerDaysDb } from "../plugin.js";

export const findSwap = (db: VolunteerDaysDb, id: string) => db.selectFrom("volunteer_days_swap").selectAll().where("id", "=", id).executeTakeFirst();
export type SwapRow = NonNullable<Awaited<ReturnType<typeof findSwap>>>;

/** A sign-up by the number its person has, "0924-12", in the same community; the nearest date ahead of that day of the year. */
export async function findByNumber(db: VolunteerDaysDb, placePath: string, number: string, today: string): Promise<string | undefined> {
  const [, month, day, serial] = /^(\d{2})(\d{2})-(\d{1,6})$/.exec(number) ?? [];
  if (!serial) return undefined;
  const dates = await everywhere(db, "volunteer_days_day", "a date is found by the number somebody has on it")
    .select(["id"])
    .where("placePath", "=", placePath)
    .where("heldOn", ">=", today)
    .where("originalOn", "like", `%-${month}-${day}`)
    .orderBy("heldOn")
    .execute();
  for (const { id } of dates) {
    const found = await db.selectFrom("volunteer_days_sign_up").select("id").where("dayId", "=", id).where("number", "=", Number(serial)).executeTakeFirst();
    if (found) return found.id;
  }
  return undefined;
}
