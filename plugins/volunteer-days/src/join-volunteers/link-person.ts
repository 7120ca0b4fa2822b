import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { findVolunteer } from "../sign-up/sign-up.repository.js";

/**
 * Says which person of the directory a volunteer is, or, with null, that they are none: who signs in is then known as this volunteer. Throws personNotFound, and personTaken where somebody else of the community is that person:
 * the two are joined.
 */
export async function linkPerson(ctx: VolunteerDaysContext, volunteerId: string, personId: string | null): Promise<void> {
  const row = (await findVolunteer(ctx.db, volunteerId))!;
  const person = personId === null ? null : await ctx.use.directory.findPerson(personId);
  if (person === undefined || (person && !person.placePath.startsWith(row.placePath))) throw errors.personNotFound({}, "body.personId");
  const id = person?.id ?? null;
  if (id === row.personId) return;
  if (id !== null) {
    const other = await everywhere(ctx.db, "volunteer_days_volunteer", "who a person of the directory is in one community")
      .select("name")
      .where("placePath", "=", row.placePath)
      .where("personId", "=", id)
      .executeTakeFirst();
    if (other) throw errors.personTaken({ name: other.name }, "body.personId");
  }
  await ctx.db.updateTable("volunteer_days_volunteer").set({ personId: id }).where("id", "=", volunteerId).execute();
  ctx.audit(id === null ? "person.unlink" : "person.link", volunteerId, { personId: id ?? row.personId });
}
