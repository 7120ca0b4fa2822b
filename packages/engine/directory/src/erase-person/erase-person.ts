import { errors } from "../errors.js";
import { findPerson, recordsOf } from "../find-person/person.repository.js";
import { linksOf, peopleOf } from "../link-account/account.repository.js";
import { postsOf } from "../link-account/posts.repository.js";
import type { DirectoryContext } from "../plugin.js";
import { nameKeyOf } from "../read-words/read-name.js";

/** Links end; an account that stood for nobody else is gone. */
async function endAccounts(ctx: DirectoryContext, personId: string, records: readonly string[]): Promise<void> {
  const links = await linksOf(ctx.db, personId);
  await ctx.db.updateTable("directory_account_link").set({ toAt: ctx.clock.now() }).where("personId", "in", records).where("toAt", "is", null).execute();
  for (const accountId of new Set(links.map((link) => link.accountId)))
    if ((await peopleOf(ctx.db, accountId)).length === 0) await ctx.accounts.remove(accountId);
}

async function removeRows({ db, clock }: DirectoryContext, records: readonly string[]): Promise<void> {
  const today = clock.today();
  for (const name of ["directory_channel", "directory_alias", "directory_weekly_hours", "directory_busy"] as const)
    await db.deleteFrom(name).where("personId", "in", records).execute();
  await db
    .updateTable("directory_proxy")
    .set({ toOn: today })
    .where((eb) => eb.or([eb("principalId", "in", records), eb("deputyId", "in", records)]))
    .where((eb) => eb.or([eb("toOn", "is", null), eb("toOn", ">", today)]))
    .execute();
  await db.updateTable("directory_import_row").set({ valuesBefore: null }).where("subjectId", "in", records).execute();
}

/**
 * Erases a person for good, with the records merged into theirs: name, addresses, hours and all that is sealed about them anywhere. What
 * they took part in still counts, by somebody without a name. `name` is typed by whoever erases, so that nobody does it by a slip.
 * Throws personUnknown, eraseSelf, eraseNameWrong, eraseRoles. O(tables).
 */
export async function erasePerson(ctx: DirectoryContext, personId: string, name: string): Promise<void> {
  const { db, clock, actor, text, publish, audit } = ctx;
  const person = await findPerson(db, personId);
  if (!person) throw errors.personUnknown({}, "params.personId");
  if (person.id === actor.personId) throw errors.eraseSelf();
  if (nameKeyOf(name) !== person.nameKey) throw errors.eraseNameWrong({}, "body.name");
  const records = await recordsOf(db, person.id);
  if ((await postsOf(ctx, records)).length > 0) throw errors.eraseRoles();
  await endAccounts(ctx, person.id, records);
  await removeRows(ctx, records);
  const fullName = text("directory.erased", {}, "zh-CN");
  for (const id of records) {
    await ctx.erase(id);
    const gone = { fullName, nameKey: fullName, initials: "", sortKey: fullName, removedAt: clock.now(), version: person.version + 1 };
    await db.updateTable("directory_person").set(gone).where("id", "=", id).execute();
  }
  publish("rolesChanged", person.id, { personId: person.id });
  publish("personErased", person.id, { personId: person.id });
  audit("person.erase", person.id);
}
