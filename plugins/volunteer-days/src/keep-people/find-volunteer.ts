import { everywhere } from "@lianxin/plugin-kit";
import type { SeriesRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { nameKeyOf, readPhone } from "../sign-up/read-person.js";

function phoneIn(typed: string): string | undefined {
  try {
    return readPhone(typed);
  } catch {
    return undefined;
  }
}
const most = 50;

/** Who of a community has this very name or phone number, on the rota or not: whoever asks what is kept of them, or to be erased. */
export async function findByWord({ db, blind }: VolunteerDaysContext, { placePath }: Pick<SeriesRow, "placePath">, typed: string) {
  const phone = phoneIn(typed);
  return everywhere(db, "volunteer_days_volunteer", "somebody is looked for by their own name or number in one community")
    .select(["id", "name", "phone"])
    .where("placePath", "=", placePath)
    .where("name", "!=", "")
    .where((eb) => (phone === undefined ? eb("nameKey", "=", nameKeyOf(typed)) : eb("phoneIndex", "=", blind(phone))))
    .orderBy("createdAt")
    .orderBy("id")
    .limit(most)
    .execute();
}
