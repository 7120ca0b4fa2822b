import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import type { Asked } from "./join-many.js";

/** Who is signed in asks for themselves; throws personUnknown for an account without a person. */
export async function askSelf({ actor, use }: VolunteerDaysContext): Promise<Pick<Asked, "who" | "via" | "enteredById">> {
  const person = actor.personId ? await use.directory.findPerson(actor.personId) : undefined;
  if (!person) throw errors.personUnknown();
  return { who: { name: person.fullName, phone: null, personId: person.id }, via: "account", enteredById: null };
}
