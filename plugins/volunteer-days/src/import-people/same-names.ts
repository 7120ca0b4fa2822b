import type { VolunteerDaysContext } from "../plugin.js";
import { nameKeyOf } from "../sign-up/read-person.js";
import { activeOn } from "../sign-up/sign-up.repository.js";

/** Whom a list of a day brought without a number. */
async function broughtByName({ db }: VolunteerDaysContext, dayId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("volunteer_days_import_line as line")
    .innerJoin("volunteer_days_import as batch", "batch.id", "line.importId")
    .select("line.volunteerId")
    .where("batch.dayId", "=", dayId)
    .where("line.isNumberless", "=", true)
    .execute();
  return new Set(rows.map(({ volunteerId }) => volunteerId));
}

/**
 * Who stands on a day without a number, then whom a list brought without one and of whom more is known since, by name, each given once: so that a list with people without a
 * telephone may come twice. A second row of the same name is a second human, and who stands on the list under a number of theirs (`phones`) is that row's. O(people of the day).
 */
export async function findUnreachable(ctx: VolunteerDaysContext, dayId: string, phones: readonly string[]): Promise<(name: string) => string | undefined> {
  const brought = await broughtByName(ctx, dayId);
  const written = new Set(phones.map((phone) => ctx.blind(phone)));
  const known = new Map<string, string[]>();
  const active = (await activeOn(ctx.db, dayId)).filter(({ name }) => name !== "");
  const isUnknown = ({ phone, personId }: (typeof active)[number]): boolean => phone === null && personId === null;
  const isBrought = (row: (typeof active)[number]): boolean =>
    !isUnknown(row) && brought.has(row.volunteerId) && !(row.phoneIndex !== null && written.has(row.phoneIndex));
  for (const { name, volunteerId } of [...active.filter(isUnknown), ...active.filter(isBrought)]) {
    const key = nameKeyOf(name);
    known.set(key, [...(known.get(key) ?? []), volunteerId]);
  }
  return (name) => known.get(nameKeyOf(name))?.shift();
}
