import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { nameKeyOf } from "../sign-up/read-person.js";
import { findVolunteer } from "../sign-up/sign-up.repository.js";
import { forgetVolunteer } from "./forget-volunteer.js";

/**
 * Erases somebody known by name and phone alone, as they asked; again does nothing. `name` is typed by whoever erases, so that nobody does it by a slip. Throws
 * eraseNameWrong, and eraseInDirectory for a person of the directory, who is erased there and then everywhere.
 */
export async function eraseVolunteer(ctx: VolunteerDaysContext, id: string, name: string): Promise<void> {
  const row = (await findVolunteer(ctx.db, id))!;
  if (row.personId !== null) throw errors.eraseInDirectory();
  if (row.name === "") return;
  if (nameKeyOf(name) !== row.nameKey) throw errors.eraseNameWrong({}, "body.name");
  await forgetVolunteer(ctx, id);
  ctx.audit("person.erase", id);
}
