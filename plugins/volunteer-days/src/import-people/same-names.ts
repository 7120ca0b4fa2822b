import type { VolunteerDaysContext } from "../plugin.js";
import { nameKeyOf } from "../sign-up/read-person.js";
import { activeOn } from "../sign-up/sign-up.repository.js";

/**
 * Who stands on a day without a number, by name, each given once: so that a list with people without a telephone may come twice. A second row of the same name is a
 * second human. O(people of the day).
 */
export async function findUnreachable({ db }: VolunteerDaysContext, dayId: string): Promise<(name: string) => string | undefined> {
  const known = new Map<string, string[]>();
  for (const { name, phone, personId, volunteerId } of await activeOn(db, dayId)) {
    if (phone !== null || personId !== null || name === "") continue;
    const key = nameKeyOf(name);
    known.set(key, [...(known.get(key) ?? []), volunteerId]);
  }
  return (name) => known.get(nameKeyOf(name))?.shift();
}
