import { everywhere, type Place } from "@lianxin/plugin-kit";
import { givesMore } from "../authorize/choose-grants.js";
import { placeOfPerson, recordsOf } from "../find-person/person.repository.js";
import type { DirectoryContext } from "../plugin.js";

/** Roles that hold on a day or begin later, and give more than a resident has. */
export async function postsOf({ db, clock, config }: DirectoryContext, records: readonly string[]): Promise<readonly Place[]> {
  const rows = await everywhere(db, "directory_role", "whoever answers for a person answers for all they may do")
    .select(["kind", "placePath"])
    .where("personId", "in", records)
    .where((eb) => eb.or([eb("toOn", "is", null), eb("toOn", ">=", clock.today())]))
    .execute();
  return rows.filter(({ kind }) => givesMore(kind, config.grants)).map(({ placePath }) => ({ path: placePath }));
}

/** Where one must be allowed to give roles to say who a person is: where they live, and where they hold more than a resident; none for a record that is not there. */
export async function answerPlaces(ctx: DirectoryContext, personId: string): Promise<readonly Place[]> {
  const home = await placeOfPerson(ctx.db, personId);
  return home ? [home, ...(await postsOf(ctx, await recordsOf(ctx.db, personId)))] : [];
}
